/**
 * At the end the books agree: what the needles really did is no more than the record says; the
 * journal passes verification; and the pen's ledger moved by what the record says, or the record
 * says that it does not know. Three judges, since a fault may take away one of these and leave the
 * others.
 */
import {
  type Entry,
  foldRecord,
  type TreatmentRecord,
  verifyJournal,
} from '../../../host/journal/index.ts';
import { areaName, sideName } from '../../../protocol/area.ts';
import { sha256 } from '../../../host/journal/world.ts';
import type { Checker, Complain } from './checker.ts';

/** Finds the newest treatment that was opened after the world began; undefined if there is none. */
function newestRecord(
  told: readonly Entry[],
  before: number | undefined,
): TreatmentRecord | 'no treatment' | undefined {
  const opened = told.findLast(
    ({ kind, n }) => kind === 'treatment-opened' && n > (before ?? 0),
  );
  if (opened?.kind !== 'treatment-opened') return 'no treatment';
  return foldRecord(told, opened.treatmentId);
}

/** Truth and record, when all is over. */
export const totalsChecker: Checker = ({ world, testimony, entries }, complain) => {
  const made = new Map<string, number>();
  let before: number | undefined;

  world.onStroke(({ tMs }) => {
    const arm = testimony.armingAt(tMs)?.arm;
    const place = arm && `${areaName(arm.area)}/${sideName(arm.side)}`;
    made.set(place ?? 'nowhere', (made.get(place ?? 'nowhere') ?? 0) + 1);
  });
  testimony.onFrame(() => {
    before ??= entries().at(-1)?.n;
  });

  return () => {
    const told = entries();
    const record = newestRecord(told, before);
    if (record === undefined) return complain('the journal has no record of its treatment');
    if (record === 'no treatment') {
      if (made.size > 0) complain('strokes were made and no treatment was opened');
      return;
    }
    checkAreas(record, made, complain);
  };
};

/** The journal before its own verification, when a treatment was closed. */
export const journalChecker: Checker = ({ testimony, entries }, complain) => {
  let before: number | undefined;
  testimony.onFrame(() => {
    before ??= entries().at(-1)?.n;
  });
  return () => {
    const told = entries();
    const record = newestRecord(told, before);
    if (record === undefined || record === 'no treatment') return;
    if (record.closed !== undefined) checkJournal(told, complain);
  };
};

/** Ledger and record, when all is over. */
export const ledgerChecker: Checker = ({ world, testimony, entries }, complain) => {
  const pen = world.pen();
  let first: number | undefined;
  let before: number | undefined;
  testimony.onFrame(({ message }) => {
    before ??= entries().at(-1)?.n;
    if (message.kind === 'telemetry') first ??= message.strokes;
  });
  return () => {
    // Another pen has another ledger, and says nothing about this one's.
    if (world.pen() !== pen) return;
    const record = newestRecord(entries(), before);
    if (record === undefined || record === 'no treatment') return;
    checkLedger(record, (testimony.telemetry()?.strokes ?? 0) - (first ?? 0), complain);
  };
};

function checkAreas(
  { areas }: TreatmentRecord,
  made: ReadonlyMap<string, number>,
  complain: Complain,
): void {
  for (const [place, strokes] of made) {
    const found = areas.find(({ area, side }) => `${area}/${side}` === place);
    const said = found ? found.delivered.strokes + found.unknown.strokes : 0;
    if (said >= strokes) continue;
    complain(`${place} had ${strokes} strokes, and the record tells of ${said}`);
  }
}

/** Where everything is known, the pen's ledger moved by exactly what was delivered. */
function checkLedger({ areas }: TreatmentRecord, moved: number, complain: Complain): void {
  const sum = (of: (area: (typeof areas)[number]) => number): number =>
    areas.reduce((total, area) => total + of(area), 0);
  const unknown = areas.some(({ reservations }) =>
    reservations.some(({ open, outcome }) => open || outcome === 'unknown'),
  );
  const delivered = sum((area) => area.delivered.strokes);
  if (!unknown && delivered !== moved) {
    complain(`the ledger moved by ${moved}, and the record knows of ${delivered}`);
  }
}

function checkJournal(entries: readonly Entry[], complain: Complain): void {
  const opened = entries.find((entry) => entry.kind === 'journal-opened');
  if (opened?.kind !== 'journal-opened') return complain('the journal was never opened');
  const { installationId } = opened;
  const verdict = verifyJournal(entries, { installationId, sha256 });
  for (const { code, n } of verdict.findings) complain(`verification finds ${code} in line ${n}`);
}
