/**
 * A page of one instrument: bundles an entry as the window is bundled, and opens it in the Chromium
 * that is installed. Nothing is served; the script is put into an empty page.
 */
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import solid from 'vite-plugin-solid';

const CHROMIUM = '/usr/bin/chromium';

/** The script and the style of an entry, as text. */
export async function bundled(entry: string): Promise<{ script: string; style: string }> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [solid()],
    build: {
      write: false,
      minify: false,
      target: 'es2024',
      lib: { entry, formats: ['iife'], name: 'page', fileName: 'page' },
      rolldownOptions: { output: { codeSplitting: false } },
    },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) =>
    'output' in one ? one.output : [],
  );
  const script = files.find((file) => file.type === 'chunk')?.code ?? '';
  const style = files.flatMap((file) =>
    file.type === 'asset' && file.fileName.endsWith('.css') ? [String(file.source)] : [],
  );
  return { script, style: style.join('\n') };
}

/** A browser without a window. */
export const openBrowser = (flags: readonly string[] = []): Promise<Browser> =>
  chromium.launch({ executablePath: CHROMIUM, args: ['--no-sandbox', ...flags] });

/** Opens an entry in a new page. */
export async function openPage(
  browser: Browser,
  entry: string,
  size: { readonly width: number; readonly height: number },
): Promise<Page> {
  const { script, style } = await bundled(entry);
  const page = await browser.newPage({ viewport: size });
  page.on('pageerror', (error) => console.error(error));
  await page.setContent(`<!doctype html><style>${style}</style><body></body>`);
  await page.addScriptTag({ content: script });
  return page;
}
