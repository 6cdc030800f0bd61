// The door for browsers: who gets in, who does not, and what nobody may send through it.
import http from 'node:http';
import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type ConsoleRig, knock, openConsole, openWindow } from '../console-rig.ts';

let rig: ConsoleRig;
let address: URL;
beforeAll(async () => {
  rig = await openConsole({ pen: 'tcp:127.0.0.1:9' });
  address = new URL(rig.server.address);
});
afterAll(() => rig.close());

interface Answered {
  readonly status: number | undefined;
  readonly headers: http.IncomingHttpHeaders;
  readonly text: string;
}

function get(path: string, headers: http.OutgoingHttpHeaders = {}, method = 'GET') {
  const { hostname, port } = address;
  return new Promise<Answered>((resolve, reject) => {
    const request = http.request({ hostname, port, path, headers, method }, (response) => {
      let text = '';
      response.on('data', (piece: Buffer) => {
        text += piece.toString();
      });
      response.on('end', () =>
        resolve({ status: response.statusCode, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end();
  });
}

const status = async (socket: ReturnType<typeof knock>): Promise<number | undefined> => {
  const said: readonly unknown[] = await once(socket, 'unexpected-response');
  const [, response] = said;
  socket.terminate();
  return response instanceof http.IncomingMessage ? response.statusCode : undefined;
};

describe('the page', () => {
  test('is given to who knows the token, once, under a policy without inline or eval', async () => {
    const page = await get(`${address.pathname}${address.search}`);
    expect(page.status).toBe(200);
    expect(page.headers['cache-control']).toBe('no-store');
    const policy = page.headers['content-security-policy'] ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect((await get('/assets/main.js')).status).toBe(200);
  });

  test.each([
    ['without a token', '/'],
    ['with a guess', '/?token=guess'],
    ['with a guess of the right length', `/?token=${'A'.repeat(43)}`],
    ['by its file name', '/index.html'],
  ])('is not given %s', async (_, path) => {
    const page = await get(path);
    expect(page.status).toBe(403);
    expect(page.text).not.toMatch(/<|at .*:\d+/);
  });

  test('is not given under a name that was made to lead here', async () => {
    const page = await get(`/${address.search}`, { host: `evil.example:${address.port}` });
    expect(page.status).toBe(421);
  });

  test('is not given to a page from elsewhere', async () => {
    const page = await get(`/${address.search}`, { origin: 'http://evil.example' });
    expect(page.status).toBe(403);
  });

  test.each([
    '/../package.json', '/%2e%2e/package.json', '/assets/../../package.json',
    '/etc/passwd', '/assets/', '/__proto__',
  ])('there is no way from it to %s', async (path) => {
    expect((await get(path)).status).toBe(404);
  });

  test('is the only thing that can be asked for', async () => {
    expect((await get(`/${address.search}`, {}, 'POST')).status).toBe(405);
  });
});

describe('the socket', () => {
  test.each([
    ['a wrong token', { token: 'guess' }, 403],
    ['an empty guess', { token: 'x' }, 403],
    ['a page from elsewhere', { origin: 'http://evil.example' }, 403],
    ['a page of another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['a name that was made to lead here', { host: 'evil.example' }, 421],
  ])('is not opened for %s', async (_, how, expected) => {
    expect(await status(knock(rig.server.address, how))).toBe(expected);
  });

  test('answers what it does not understand in one code, and goes on', async () => {
    const window = await openWindow(rig.server.address);
    const nonsense = [
      'no json', '[]', 'null', '{"id":7}', '{"id":7,"ask":{"kind":"drive","depthUm":9000}}',
      '{"id":7,"ask":{"kind":"stop"},"controller":true}',
      `{"id":7,"ask":{"kind":"name-operator","name":"${'x'.repeat(1_000)}"}}`,
      '{"id":7,"ask":{"kind":"__proto__"}}', '{"id":-1,"ask":{"kind":"stop"}}',
    ];
    for (const text of nonsense) window.sendRaw(text);
    await window.until(() => window.replies.length >= nonsense.length, 'an answer to each');
    for (const reply of window.replies) {
      expect(reply).toMatchObject({ ok: false, refusals: [{ code: 'not-understood' }] });
    }
    expect(JSON.stringify(window.replies)).not.toMatch(/at .*\.ts:\d+/);
    expect(await window.ask({ kind: 'stop' })).toEqual({ ok: true });
    window.close();
  });

  test('is closed on who sends more than a request can be', async () => {
    const window = await openWindow(rig.server.address);
    window.sendRaw(JSON.stringify({ id: 1, ask: 'x'.repeat(2_000_000) }));
    const said: readonly unknown[] = await once(window.raw, 'close');
    expect(said[0]).toBe(1009);
    const next = await openWindow(rig.server.address);
    expect(next.state().windows.viewers + 1).toBeGreaterThan(0);
    next.close();
  });

  test('is closed on who sends what is no text', async () => {
    const window = await openWindow(rig.server.address);
    window.raw.send(Buffer.from([1, 2, 3]), { binary: true });
    await once(window.raw, 'close');
  });
});
