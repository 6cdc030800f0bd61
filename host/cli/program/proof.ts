// The commands for others: conform judges a pen that is not ours, replay what was recorded.

import type { Command } from 'commander';
import { conformCommand } from '../commands/conform.ts';
import { replayCommand } from '../commands/replay.ts';
import type { Ground } from '../ground.ts';
import { modelOption } from './care.ts';

interface ConformGiven {
  readonly pen?: string;
  readonly only?: readonly string[];
  readonly list?: boolean;
  readonly allowMotion?: boolean;
  readonly onBench?: boolean;
  readonly hands?: string;
  readonly clear?: string;
  readonly junit?: string;
  readonly model: string;
  readonly json?: boolean;
}

/** Adds `conform`. */
export function addConform(program: Command, { take, terminal }: Ground): void {
  program
    .command('conform')
    .description('judge a pen that is not ours by golden transcripts and adversarial hosts')
    .option('--pen <address>', 'serial:PATH, tcp:HOST:PORT, hid:SERIAL or sim')
    .option('--only <names...>', 'these checks or groups of checks and no others')
    .option('--list', 'what is checked, without a pen')
    .option('--allow-motion', 'the pen may be armed and needles may move')
    .option('--on-bench', 'the pen is on a bench and nobody is under its head')
    .option('--hands <who>', 'who holds the trigger: none, auto (by himself), person (is asked)')
    .option('--clear <latch>', 'clear this latch first, which somebody has looked into')
    .option('--junit <file>', 'write a JUnit report')
    .addOption(modelOption())
    .option('--json', 'say everything as one JSON document')
    .addHelpText('after', CONFORM_HELP)
    .action((given: ConformGiven) => {
      const asked = {
        pen: given.pen,
        only: given.only ?? [],
        list: given.list === true,
        allowMotion: given.allowMotion === true,
        onBench: given.onBench === true,
        hands: given.hands,
        clear: given.clear,
        junit: given.junit,
        model: given.model,
        json: given.json === true,
      };
      return take(conformCommand(asked, terminal), asked.json);
    });
}

interface ReplayGiven {
  readonly from?: string;
  readonly to?: string;
  readonly messages?: boolean;
  readonly cut?: boolean;
  readonly json?: boolean;
}

/** Adds `replay`. */
export function addReplay(program: Command, { take }: Ground): void {
  program
    .command('replay')
    .description('run a wire recording through decoder and reducer again, and show what happened')
    .argument('<recording>', 'a file that --record-wire made')
    .option('--messages', 'every message in words, telemetry too')
    .option('--from <seconds>', 'show from here on')
    .option('--to <seconds>', 'show as far as here')
    .option('--cut', 'replay what there is of a recording that was cut off')
    .option('--json', 'say everything as one JSON document')
    .addHelpText('after', REPLAY_HELP)
    .action((path: string, given: ReplayGiven) => {
      const { from, to, json } = given;
      const messages = given.messages === true;
      const asked = { path, from, to, messages, cut: given.cut === true };
      return take(replayCommand(asked), json === true);
    });
}

const REPLAY_HELP = `
Examples:
  corium demo --record-wire demo.wire            records a treatment while it goes on
  corium replay demo.wire                        what happened
  corium replay demo.wire --messages --from 4 --to 4.5
  corium replay demo.wire --json

Exit codes: 0 the host decides as it did, 1 it goes another way, 4 the recording cannot be read.
`;

const CONFORM_HELP = `
Without --allow-motion nothing is armed. With it the pen must be on a bench, with nobody and nothing
under its head: say --on-bench, or answer when you are asked. Checks that need the trigger held are
not judged unless --hands says who holds it. The pen is left disarmed, with its needles in.

Examples:
  corium conform --list                                        what is checked
  corium conform --pen serial:/dev/ttyACM0                     what needs no motion
  corium conform --pen serial:/dev/ttyACM0 --allow-motion --on-bench --hands person
  corium conform --pen tcp:127.0.0.1:40000 --only frame session --junit conform.xml
  corium conform --pen sim --json                              the simulated pen, all of it

Exit codes: 0 it conforms, 1 it does not, 7 nothing failed but not all was judged, 3 no pen or not
left at rest, 2 not understood, 6 interrupted with the pen stopped.
`;
