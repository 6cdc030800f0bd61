// Everything that the window may not do, which is everything but to show our own page: permissions,
// devices, navigation, further windows, and every address that is not the page's.

import type { App, Protocol, Session } from 'electron';
import type { PageFiles } from '../serve/page-files.ts';

/** The scheme under which the page is served inside Electron. */
export const SCHEME = 'corium';

/** Where the page comes from. */
export const ORIGIN = `${SCHEME}://console`;

/** Forbids it, for every window there may ever be. */
export function forbidEverything(app: App, session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !isOwnAddress(url) });
  });
  app.on('web-contents-created', (_created, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

/** The page's own files, and the tools of a developer who opened them. */
const isOwnAddress = (url: string): boolean =>
  url.startsWith(`${ORIGIN}/`) || url.startsWith('devtools://');

/** Serves the page under its scheme, with the policy that the loopback page has. */
export function serveScheme(protocol: Protocol, files: PageFiles): void {
  protocol.handle(SCHEME, ({ url }) => {
    const { pathname, host } = new URL(url);
    const { status, headers, body } = files.answer(
      host === new URL(ORIGIN).host ? pathname : '/nothing', "'none'");
    return new Response(Buffer.from(body), { status, headers: { ...headers } });
  });
}
