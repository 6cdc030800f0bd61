// ModemManager takes every new serial device for a modem and talks AT commands to it for some ten
// seconds. A pen takes no harm from the text, which can form no frame, but the port is busy and the
// first handshake fails. Whether it does so shows in the processes and in udev's notes.

import { findHolders, processesNamed } from '../link/index.ts';
import { type Finding, good } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

const COMMAND = 'ModemManager';
const WHY = 'It talks to new serial devices for some ten seconds and holds their port meanwhile.';

/** Whether ModemManager runs and which of the ports it touches. */
export function checkModemManager(around: Surroundings): readonly Finding[] {
  if (around.platform !== 'linux') return [];
  const [running] = processesNamed(around.files, around.roots, COMMAND);
  if (running === undefined) {
    return [good('modem-manager', `${COMMAND} does not run`, WHY)];
  }
  const findings = around.ports.flatMap(({ path }) => touched(around, path, running.pid));
  return findings.length > 0
    ? findings
    : [good('modem-manager', `${COMMAND} runs, and there is no port for it to touch`, WHY)];
}

function touched(around: Surroundings, path: string, pid: number): readonly Finding[] {
  if (holds(around, path, pid)) return [finding('bad', `${COMMAND} has ${path} open now`)];
  if (isIgnored(around, path)) {
    return [good('modem-manager', `${COMMAND} runs and leaves ${path} alone`, WHY)];
  }
  return [finding('warning', `${COMMAND} runs and may touch ${path} whenever it is plugged in`)];
}

const finding = (level: 'bad' | 'warning', what: string): Finding => ({
  check: 'modem-manager',
  level,
  what,
  why: WHY,
  next:
    'Add a udev rule for the pen with ENV{ID_MM_DEVICE_IGNORE}="1", ' +
    'or run "sudo systemctl disable --now ModemManager".',
});

const holds = ({ files, roots }: Surroundings, path: string, pid: number): boolean =>
  findHolders(files, roots, path).holders.some((holder) => holder.pid === pid);

/** Whether udev has noted that ModemManager is to leave a device alone. */
function isIgnored({ files, run }: Surroundings, path: string): boolean {
  const facts = files.facts(path);
  if (facts === undefined) return false;
  const notes = files.text(`${run}/udev/data/c${facts.major}:${facts.minor}`) ?? '';
  return /^E:ID_MM_(DEVICE|PORT)_IGNORE=1$/m.test(notes);
}
