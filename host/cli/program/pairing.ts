// The commands about keys: pens pair, pens rotate, pens unpair.

import type { Command } from 'commander';
import { atGateWriting } from '../at-gate.ts';
import { forgetKey, pairingCommand } from '../commands/pairing.ts';
import { EXIT } from '../exit-code.ts';
import type { Ground } from '../ground.ts';
import { failed } from '../outcome.ts';
import { simMemory } from '../pen-access.ts';
import { modelOption, PEN_OPTION } from './care.ts';

interface Given {
  readonly pen?: string;
  readonly data?: string;
  readonly by?: string;
  readonly model: string;
  readonly forget?: string;
  readonly json?: boolean;
}

const SAYS = {
  pair: 'make a key that this computer and a pen share; after that no other can move it',
  rotate: 'change the key of a paired pen',
  unpair: 'have a pen forget its key, and forget it here',
} as const;

const HELP = `
Keys are kept outside of any installation, one file for each pen, readable by this user only: in
CORIUM_KEYS if it is set, else in ~/.config/corium/keys. A pen that is paired tells its pages to
anybody and takes STOP from anybody; it does nothing else for a host without its key. A key that is
lost is replaced by pairing again, which takes a person at the pen.
`;

/** Adds them to \`pens\`. */
export function addPairing(pens: Command, { take, terminal }: Ground): void {
  for (const what of ['pair', 'rotate', 'unpair'] as const) {
    const command = pens
      .command(what)
      .description(SAYS[what])
      .option(...PEN_OPTION)
      .option('--data <dir>', 'the installation in whose journal it is written down')
      .option('--by <name>', 'who does it')
      .addOption(modelOption())
      .option('--json', 'say everything as JSON')
      .addHelpText('after', HELP);
    if (what === 'unpair') {
      command.option('--forget <serial>', 'forget a key here, without the pen');
    }
    command.action(({ pen, data: dataDir, by, model, forget, json }: Given) => {
      const asJson = json === true;
      if (forget !== undefined) return take(forgetKey(forget), asJson);
      if (pen === undefined || dataDir === undefined || by === undefined) {
        return take(failed(EXIT.usage, [
          `Say which pen, where it is written down and who does it: "corium pens ${what} `
            + '--pen ADDRESS --data DIR --by NAME".',
        ]), asJson);
      }
      const memory = simMemory(dataDir, model);
      const sim = { model, memory, operator: 'none', control: true } as const;
      const act = { actions: ['pair-pen'], about: pen } as const;
      return take(atGateWriting({ data: dataDir, by }, act, (name) =>
        pairingCommand({ what, pen, dataDir, by: name, sim, json: asJson }, terminal)), asJson);
    });
  }
}
