/**
 * Pairing as people do it: a command, a button, six digits, a treatment with the paired pen,
 * another computer that has no key, and a network that is used with a key or not at all.
 */
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, expect, test } from 'vitest';
import { OPEN_HOUSE } from '../../host/core/staff/actor.ts';
import { onlyPlan } from '../world/parts.ts';
import { newFolder, newInstallation, run, start } from './corium.ts';

const ends: (() => void)[] = [];
afterAll(() => {
  for (const end of ends) end();
});

const useKeys = (folder: string): void => {
  process.env['CORIUM_KEYS'] = folder;
};

/** A simulated pen behind a socket of this computer, and what it shows and takes. */
async function penOnSocket() {
  const place = ['--tcp', '127.0.0.1:0', '--operator', 'none'];
  const words = ['sim/main.ts', ...place, '--json', '--control'];
  const child = spawn(process.execPath, words, { stdio: ['pipe', 'pipe', 'inherit'] });
  ends.push(() => child.kill());
  const shown: string[] = [];
  const address = await new Promise<string>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = JSON.parse(line) as { event: string; address?: string; digits?: string };
      if (event.address !== undefined) resolve(event.address);
      if (event.digits !== undefined) shown.push(event.digits);
    });
  });
  return { address, shown, tell: (word: string) => void child.stdin.write(`${word}\n`) };
}

test('S-53 S-55 a person pairs a pen, and only then it is reached over a network', async () => {
  const { dataDir } = await newInstallation();
  useKeys(path.join(newFolder(), 'keys'));
  const pen = await penOnSocket();
  const near = pen.address.slice('tcp:'.length);
  const outside = Object.values(os.networkInterfaces()).flat()
    .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
  const relay = net.createServer((socket) => {
    const [host = '', port = ''] = near.split(':');
    const inner = net.connect(Number(port), host);
    socket.pipe(inner).pipe(socket);
    for (const one of [socket, inner]) one.on('error', () => one.destroy());
  });
  ends.push(() => relay.close());
  await new Promise<void>((resolve) => {
    relay.listen(0, outside ?? '127.0.0.1', resolve);
  });
  const far = `tcp:${outside ?? '127.0.0.1'}:${(relay.address() as net.AddressInfo).port}`;
  const ask = ['--data', dataDir, '--by', 'Ada'];
  if (outside !== undefined) {
    const refused = await run('pens', '--pen', far);
    expect(refused.err).toContain('another computer');
    expect(refused.code).toBe(3);
  }

  const pairing = start(['pens', 'pair', '--pen', pen.address, ...ask]);
  await pairing.said(/hold the button/);
  pen.tell('button 3200');
  const [, digits] = await pairing.said(/show (\d{6})\?/);
  expect(pen.shown).toEqual([digits]);
  pen.tell('button 300');
  const paired = await pairing.ended;
  expect(paired.out).toMatch(/is paired .*key [0-9a-f]{8}/);
  expect(paired.code).toBe(0);
  if (outside !== undefined) {
    const met = await run('pens', '--pen', far);
    expect(met.out).toContain('Pen SIM-');
    expect(met.code).toBe(0);
  }

  useKeys(path.join(newFolder(), 'other'));
  const rotated = await run('pens', 'rotate', '--pen', pen.address, ...ask);
  expect(rotated.err).toContain('not with this computer');
  expect(rotated.code).toBe(1);
}, 60_000);

test('S-50 a treatment with a paired pen, and none from a computer without its key', async () => {
  const { dataDir, casePath } = await newInstallation();
  useKeys(path.join(newFolder(), 'keys'));
  const ask = ['--pen', 'sim', '--data', dataDir, '--by', 'Ada', '--json'];
  const paired = await run('pens', 'pair', ...ask);
  expect([paired.code, JSON.parse(paired.out)]).toMatchObject([0, { ok: true, what: 'pair' }]);
  const plan = path.join(dataDir, 'small.json');
  fs.writeFileSync(plan, JSON.stringify(onlyPlan({ passes: 1 })));
  const words = [plan, '--case', casePath, '--data', dataDir, '--pen', 'sim', '--scripted'];
  const treated = await run('treat', ...words);
  expect([treated.code, treated.err.trim()]).toEqual([0, OPEN_HOUSE]);
  useKeys(path.join(newFolder(), 'other'));
  const refused = await run('treat', ...words);
  expect(refused.code).toBe(3);
  expect(refused.err).toMatch(/paired, and not with this computer/);
  const lines = fs.readdirSync(path.join(dataDir, 'journal'))
    .filter((name) => name.endsWith('.jsonl'))
    .flatMap((name) => fs.readFileSync(path.join(dataDir, 'journal', name), 'utf8').split('\n'));
  expect(lines.filter((line) => line.includes('"pen-paired"'))).toHaveLength(1);
  const verified = await run('record', 'verify', '--data', dataDir, '--json');
  expect(JSON.parse(verified.out)).toMatchObject({ ok: true, findings: [] });
}, 120_000);
