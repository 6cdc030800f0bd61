/**
 * The books of a situation against the truth: what the host has counted in its mind, and what the
 * journal on the disk comes to, each reckoned once for every part that holds it.
 */
import { AT, type Situation } from './canon.ts';
import { countedOnDisk } from './journal.ts';
import { type Checked, countedBy, judgeBooks, type Objection } from './judge.ts';
import type { Ops } from './ops.ts';
import type { Setting } from './setting.ts';

/** Makes whoever compares the books of situations with the truth. */
export function createBooks(ops: Ops, setting: Setting, checked: Checked) {
  const counted = new Map<number, readonly number[] | undefined>();
  const onDisk = new Map<number, readonly number[]>();

  const countedAt = (part: number): readonly number[] | undefined => {
    if (counted.has(part)) return counted.get(part);
    const control = ops.hostAt(part).host?.control;
    const made = control === undefined || control.phase.kind === 'failed'
      ? undefined
      : countedBy(control);
    counted.set(part, made);
    return made;
  };

  const onDiskAt = (part: number): readonly number[] => {
    const known = onDisk.get(part) ?? countedOnDisk(ops.journalAt(part), ops.treatment);
    onDisk.set(part, known);
    return known;
  };

  /** What is wrong with the books of a situation, on disk or in the host's mind. */
  return (situation: Situation): Objection | undefined => {
    const judge = ops.judgeAt(situation[AT.judge] ?? 0);
    const host = situation[AT.host] ?? 0;
    const inMind = judgeBooks(judge, countedAt(host), 'S-22', 'the host', checked);
    if (inMind !== undefined) return inMind;
    const { life, host: mind } = ops.hostAt(host);
    // Once the last life has read the journal, nothing rests on it any more.
    const isRead = life >= setting.hostLives
      && (mind === undefined || mind.control !== undefined);
    if (isRead) return undefined;
    const written = onDiskAt(situation[AT.journal] ?? 0);
    return judgeBooks(judge, written, 'S-24', 'the journal on the disk', checked);
  };
}
