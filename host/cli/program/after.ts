// The commands after a visit: follow-up, lock, unlock.

import { type Command, Option } from 'commander';
import type { FollowUpTold } from '../../core/care/aftercare/follow-up.ts';
import { followUp, lockAreas, unlockAreas } from '../commands/follow-up.ts';
import type { Ground } from '../ground.ts';
import { asked, type Given, isJson, usual } from '../on-chart.ts';

/** Adds them. */
export function addAfterCommands(program: Command, ground: Ground): void {
  addFollowUp(program, ground);
  addLocks(program, ground);
}

interface FollowUpGiven extends Given {
  readonly visit?: string;
  readonly milestone: string;
  readonly how: FollowUpTold['how'];
  readonly flag?: readonly string[];
  readonly remarks?: string;
}

function addFollowUp(program: Command, { take }: Ground): void {
  usual(program.command('follow-up').description('how it went; a red flag locks what it is about'))
    .requiredOption('--milestone <name>', 'such as hours-24, day-7 or day-28')
    .addOption(new Option('--how <way>', 'how it is known').makeOptionMandatory()
      .choices(['seen', 'photo', 'telephone', 'message', 'not-reached']))
    .option('--visit <key>', 'which visit; the newest unless named')
    .option('--flag <flags...>', 'red flags, such as pigment or pigment:cheek:left')
    .option('--remarks <text>', 'what is to be remembered')
    .action((person: string, given: FollowUpGiven) => {
      const { visit, milestone, how, flag = [], remarks } = given;
      const typed = { visitId: visit, milestone, how, flags: flag, remarks };
      return take(followUp(asked(person, given), typed), isJson(given));
    });
}

interface LockGiven extends Given {
  readonly area: readonly string[];
  readonly why: string;
}

function addLocks(program: Command, { take }: Ground): void {
  const both = [
    ['lock', 'keep areas of a person from being treated', lockAreas],
    ['unlock', 'let areas be treated again, by somebody who may', unlockAreas],
  ] as const;
  for (const [name, description, run] of both) {
    usual(program.command(name).description(description))
      .requiredOption('--area <areas...>', 'such as forehead or cheek:left')
      .requiredOption('--why <text>', 'why; it stays in the chart')
      .action((person: string, given: LockGiven) => {
        const typed = { areas: given.area, why: given.why };
        return take(run(asked(person, given), typed), isJson(given));
      });
  }
}
