// The sentences of the carriers' refusals: what happened, why, and what to do next. One table, so
// that the command line, the console and the doctor say the same thing in the same words.

import type { Holder, OpenRefusal } from './open-refusal.ts';

const holder = ({ command, pid }: Holder): string => `${command} (process ${pid})`;

const held = (holders: readonly Holder[]): string => {
  if (holders.length === 0) return 'another program holds it, and this user may not see which';
  return `${holders.map(holder).join(' and ')} ${holders.length === 1 ? 'has' : 'have'} it open`;
};

const permission = (group: string | undefined): string =>
  group === undefined
    ? 'Ask the administrator for permission.'
    : `It belongs to the group ${group}: run "sudo usermod -aG ${group} $USER", sign in again.`;

const unsure = (ports: readonly string[]): string =>
  ports.length === 0
    ? 'Plug it in, or name its port'
    : `What could be anything is not opened to look: ${ports.join(', ')}. Name the one you mean`;

/** Says a refusal in one sentence or two: what, why, and what to do next. */
export function sayOpenRefusal(refusal: OpenRefusal): string {
  switch (refusal.code) {
    case 'absent':
      return (
        `There is no ${refusal.name}: the pen is unplugged, off, or under another name. ` +
        'Plug it in and run "corium pens" to see its name.'
      );
    case 'no-permission':
      return `This user may not read and write ${refusal.name}. ${permission(refusal.group)}`;
    case 'busy':
      return (
        `${refusal.name} is in use: ${held(refusal.holders)}. ` +
        'Close that program and try again.'
      );
    case 'is-a-directory':
      return (
        `${refusal.name} is a folder, not a port. ` +
        `Name the port inside it, for instance ${refusal.name}/ttyACM0.`
      );
    case 'wrong-device':
      return (
        `${refusal.name} is ${refusal.found}, not a port that a pen can hang on. ` +
        'Run "corium pens" to see the ports there are.'
      );
    case 'vanished':
      return (
        `${refusal.name} went away while it was being opened: a loose plug, or a pen that ` +
        'restarted. Check the cable and try again.'
      );
    case 'ambiguous':
      return (
        `More than one device could be ${refusal.wanted}: ${refusal.candidates.join(', ')}. ` +
        'Name the one you mean.'
      );
    case 'none-found':
      return `No device was found that says it is ${refusal.wanted}. ${unsure(refusal.unsure)}.`;
    case 'nobody-listens':
      return (
        `Nothing listens at ${refusal.name}. ` +
        'Start the simulator, or check the address that it printed.'
      );
    case 'unknown-host':
      return `The name in ${refusal.name} is not known on this network. Check its spelling.`;
    case 'remote-refused':
      return (
        `${refusal.name} is another computer, and a pen is driven over the network only once ` +
        'paired. Plug it in here and pair it with "corium pens pair", or bring its key file here.'
      );
    case 'timed-out':
      return (
        `${refusal.name} did not answer within ${refusal.waitedMs} ms. ` +
        'Check that it is on and reachable.'
      );
    case 'library-missing':
      return (
        `This needs ${refusal.library}, which could not be loaded (${refusal.detail}). ` +
        'On Debian: "sudo apt install libusb-1.0-0 libudev1".'
      );
    case 'bad-address':
      return `"${refusal.asked}" is not the address of a pen. Write ${refusal.allowed}.`;
    case 'bad-setting':
      return (
        `The ${refusal.field} ${refusal.asked} cannot be used: allowed is ${refusal.allowed}. ` +
        'Correct it and try again.'
      );
    case 'failed':
      return (
        `${refusal.name} could not be opened: the system said "${refusal.detail}". ` +
        'Run "corium doctor".'
      );
  }
}
