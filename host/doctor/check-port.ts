// Checks of one serial port from the outside: may this user use it, is somebody else using it, and
// does the system let it fall asleep. The port itself is not opened.

import { findHolders, groupName, sayOpenRefusal, usbFolder } from '../link/index.ts';
import { type Finding, good } from './finding.ts';
import type { Surroundings } from './surroundings.ts';

/** Whether this user may read and write the port. */
export function checkPermission(around: Surroundings, path: string): readonly Finding[] {
  const { files, etc, user } = around;
  const facts = files.facts(path);
  if (facts === undefined) {
    const [why, next] = splitSentence(sayOpenRefusal({ code: 'absent', name: path }));
    return [{ check: 'permission', level: 'bad', what: `${path} is not there`, why, next }];
  }
  if (files.usable(path)) {
    return [good('permission', `${user.name} may use ${path}`, 'Reading and writing is allowed.')];
  }
  const group = groupName(facts.gid, files, `${etc}/group`);
  const listed = group !== undefined && membersOf(around, group).includes(user.name);
  return [
    {
      check: 'permission',
      level: 'bad',
      what: `${user.name} may not use ${path}`,
      why: whyForbidden(group, facts.mode),
      next: nextForbidden(group, listed && !user.gids.includes(facts.gid)),
    },
  ];
}

const splitSentence = (text: string): readonly [string, string] => {
  const cut = text.indexOf('. ');
  return cut < 0 ? [text, ''] : [text.slice(0, cut + 1), text.slice(cut + 2)];
};

const whyForbidden = (group: string | undefined, mode: number): string =>
  `It belongs to the group ${group ?? 'of nobody known'} and its mode is ${mode.toString(8)}.`;

function nextForbidden(group: string | undefined, signInAgain: boolean): string {
  if (group === undefined) return 'Ask the administrator which group may use it.';
  if (signInAgain) return `You are in the group ${group} since you signed in: sign in again.`;
  return `Run "sudo usermod -aG ${group} $USER" and sign in again.`;
}

const membersOf = ({ files, etc }: Surroundings, group: string): readonly string[] =>
  files
    .text(`${etc}/group`)
    ?.split('\n')
    .find((line) => line.startsWith(`${group}:`))
    ?.split(':')[3]
    ?.split(',') ?? [];

/** Whether another program has the port open. */
export function checkBusy({ files, roots }: Surroundings, path: string): readonly Finding[] {
  const { holders, hiddenProcesses } = findHolders(files, roots, path);
  if (holders.length > 0) {
    const names = holders.map(({ command, pid }) => `${command} (process ${pid})`).join(', ');
    return [
      {
        check: 'busy',
        level: 'bad',
        what: `${path} is held by ${names}`,
        why: 'Two programs on one port take each other the bytes, and neither hears a whole frame.',
        next: `Close ${holders.map(({ command }) => command).join(' and ')} and try again.`,
      },
    ];
  }
  const blind = files.names(roots.proc) === undefined;
  if (hiddenProcesses === 0 && !blind) {
    return [good('busy', `Nobody holds ${path}`, 'It is free to open.')];
  }
  return [
    {
      check: 'busy',
      level: 'unknown',
      what: `Nobody is seen to hold ${path}`,
      why: blind
        ? 'This system does not show which programs have it open.'
        : `${hiddenProcesses} processes of other users could not be looked into.`,
      next: `If opening it says "in use", run "sudo fuser -v ${path}" to see who holds it.`,
    },
  ];
}

/** Whether the system may put the port's USB device to sleep. */
export function checkAutosuspend(
  { files, roots, platform }: Surroundings,
  path: string,
): readonly Finding[] {
  if (platform !== 'linux') return [];
  const name = path.slice(path.lastIndexOf('/') + 1);
  const folder = usbFolder(files, roots, `${roots.sys}/class/tty/${name}/device`);
  if (folder === undefined) return [];
  const control = files.text(`${folder}/power/control`)?.trim();
  if (control === undefined) return [];
  const delay = files.text(`${folder}/power/autosuspend_delay_ms`)?.trim();
  const why = 'A device that sleeps drops the link in the middle of a treatment.';
  if (control === 'on' || delay?.startsWith('-') === true) {
    return [good('autosuspend', `${path} is kept awake`, why)];
  }
  return [
    {
      check: 'autosuspend',
      level: 'warning',
      what: `${path} may be put to sleep after ${delay ?? 'some'} ms`,
      why,
      next: `Run "echo on | sudo tee ${folder}/power/control", or exclude it in TLP.`,
    },
  ];
}
