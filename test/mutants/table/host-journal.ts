/**
 * Mutants of the journal: what is on disk, what a line may say, what counts when nobody knows, and
 * what is refused as altered. What goes wrong here gives strokes back after a crash.
 */
import { by, edit, mutant, type Table } from '../mutant.ts';

/** The table of host/journal. */
export const HOST_JOURNAL: Table = {
  folder: 'host/journal',
  within: ['host/journal/'],
  least: 8,
  mutants: [
    mutant(
      'S-24', 'sync-skipped', 'told-on-disk-before-the-sync',
      edit(
        'host/journal/writer.ts',
        '    this.#waiting.push({ entry: appended.value, done });\n    this.#startSync();',
        '    done(appended);\n    this.#startSync();',
      ),
      by(
        'test/host/journal/writer.test.ts',
        'a line is on disk only when a sync that began after its write is over',
      ),
    ),
    mutant(
      'S-24', 'off-by-one', 'sync-that-began-before-the-line',
      edit(
        'host/journal/writer.ts',
        'const there = this.#waiting.filter(({ entry }) => entry.n <= this.#synced);\n' +
          '    this.#waiting = this.#waiting.filter(({ entry }) => entry.n > this.#synced);',
        'const there = this.#waiting.filter(({ entry }) => entry.n <= this.#synced + ' +
          '1);\n' +
          '    this.#waiting = this.#waiting.filter(({ entry }) => entry.n > this.#synced ' +
          '+ 1);',
      ),
      by(
        'test/host/journal/writer.test.ts',
        'a line is on disk only when a sync that began after its write is over',
      ),
    ),
    mutant(
      'S-35', 'reason-ignored', 'failed-sync-forgotten',
      edit(
        'host/journal/writer.ts',
        '    if (!outcome.ok) {\n      this.#fail(outcome.error);\n      return;\n    }\n',
        '',
      ),
      by(
        'test/host/journal/given-up.test.ts',
        'a line under a sync that failed is never called on disk',
      ),
    ),
    mutant(
      'S-35', 'check-removed', 'taken-after-a-failure',
      edit(
        'host/journal/writer.ts',
        '    if (this.#fault !== undefined) return refuse(this.#fault);\n',
        '',
      ),
      by(
        'test/host/journal/writer.test.ts',
        'after a failed sync all who wait are told, and nothing more is taken',
      ),
    ),
    mutant(
      'S-35', 'check-removed', 'short-write-taken-for-whole',
      edit(
        'host/journal/files.ts',
        'while (done < bytes.length) {',
        'while (done === 0 && done < bytes.length) {',
      ),
      by(
        'test/host/journal/disk-faults.test.ts',
        'with a short write at any call, all lines called synced survive',
      ),
    ),
    mutant(
      'S-23', 'check-removed', 'altered-line-believed',
      edit('host/journal/chain.ts', ' || sha256(body) !== hash) {', ') {'),
      by(
        'test/host/journal/open.test.ts',
        'an altered line is refused with its number, wherever it is',
      ),
    ),
    mutant(
      'S-23', 'check-removed', 'line-left-out-unseen',
      edit(
        'host/journal/chain.ts',
        "value['n'] !== head.n + 1 || value['prev'] !== head.hash",
        "value['n'] === head.n",
      ),
      by(
        'test/host/journal/chain.test.ts',
        'a line of one installation does not begin the journal of another',
      ),
    ),
    mutant(
      'S-24', 'worst-softened', 'open-reservation-counts-nothing',
      edit(
        'host/journal/account.ts',
        'countedStrokes: reservedStrokes(reservation),',
        'countedStrokes: 0,',
      ),
      by(
        'test/host/journal/budgets.test.ts',
        'a reservation counts whole from its own line on, strokes and contact',
      ),
    ),
    mutant(
      'S-22', 'worst-softened', 'unknown-end-closes',
      edit(
        'host/journal/account.ts',
        '      retracted,\n      countedStrokes: Math.max(tally.countedStrokes, strokes),',
        '      retracted,\n      open: false,\n      countedStrokes: strokes,',
      ),
      by(
        'test/host/journal/record.test.ts',
        'lines of another treatment stay out, and a late resolution still belongs to its own',
      ),
    ),
    mutant(
      'S-23', 'worst-softened', 'settlement-takes-strokes-back',
      edit(
        'host/journal/account.ts',
        'const strokes = Math.max(tally.deliveredStrokes, settled.strokes);',
        'const { strokes } = settled;',
      ),
      by(
        'test/host/journal/budgets.test.ts',
        'a settlement that says less than its trains takes nothing back',
      ),
    ),
    mutant(
      'S-22', 'check-removed', 'ledger-of-another-pen-resolves',
      edit(
        'host/journal/account.ts',
        'entry.armingId === reservation.armingId &&\n' +
          "  (entry.kind !== 'resolved' || entry.penSerial === reservation.penSerial);",
        'entry.armingId === reservation.armingId;',
      ),
      by(
        'test/host/journal/given-up.test.ts',
        'the ledger of another pen ends no reservation with the same arming number',
      ),
    ),
    mutant(
      'S-28', 'age-forgotten', 'clock-set-back-gives-the-day-again',
      edit(
        'host/journal/budgets.ts',
        'closed.push({ tally, day: newestDay });',
        'closed.push({ tally, day });',
      ),
      by(
        'test/host/journal/budgets.test.ts',
        'a wall clock that is set back does not make a treatment old',
      ),
    ),
    mutant(
      'S-25', 'check-removed', 'mark-ahead-taken-for-strokes-of-nobody',
      edit(
        'host/journal/resolve.ts',
        'const highest = exact ? ceilingStrokes : ceilingStrokes + reserveAhead;',
        'const highest = ceilingStrokes + reserveAhead;',
      ),
      by('test/host/journal/resolve.test.ts', 'the same boot and more than was set asi…'),
    ),
    mutant(
      'S-22', 'worst-softened', 'mark-called-exact',
      edit(
        'host/journal/resolve.ts',
        'const exact = end.bootId === reservation.bootId || end.closed;',
        'const exact = end.bootId === reservation.bootId || end.strokes >= 0;',
      ),
      by('test/host/journal/resolve.test.ts', 'a new boot with a reserved mark below t…'),
    ),
    mutant(
      'S-25', 'check-removed', 'ledger-that-went-backwards-believed',
      edit('host/journal/resolve.ts', 'if (end.strokes < seenStrokes) {', 'if (end.strokes < 0) {'),
      by('test/host/journal/resolve.test.ts', 'the ledger is behind the reservation'),
    ),
    mutant(
      'S-29', 'reason-ignored', 'strokes-of-another-host-taken-for-ours',
      edit(
        'host/journal/resolve.ts',
        'ledger.lastArmingId !== reservation.armingId;',
        'ledger.lastArmingId < 0;',
      ),
      by('test/host/journal/resolve.test.ts', 'the same boot, strokes under an arming …'),
    ),
    mutant(
      'S-24', 'sync-skipped', 'armed-before-the-disk-verified',
      edit(
        'host/journal/verify-line.ts',
        'const early = entry.synced < reservation.n;',
        'const early = entry.synced < 0;',
      ),
      by(
        'test/host/journal/verify.test.ts',
        'a pen that was armed before its reservation was on disk is found',
      ),
    ),
    mutant(
      'S-20', 'comparison-flipped', 'loosened-arming-verified',
      edit('host/journal/verify-line.ts', 'entry.depthUm > depthUm ||', 'entry.depthUm < 0 ||'),
      by('test/host/journal/verify.test.ts', 'found and named: made deeper while armed'),
    ),
    mutant(
      'S-23', 'check-removed', 'more-delivered-than-reserved-verified',
      edit(
        'host/journal/verify-line.ts',
        'entry.toStrokes <= ceilingStrokes',
        'entry.toStrokes >= 0',
      ),
      by('test/host/journal/verify.test.ts', 'found and named: a stroke beyond the ceiling'),
    ),
    mutant(
      'S-38', 'check-removed', 'altered-line-taken-for-torn',
      edit(
        'host/journal/scan.ts',
        'return refuse({ line: lines + 1, fault: line.error });',
        'return torn();',
      ),
      by(
        'test/host/journal/open.test.ts',
        'an altered line is refused with its number, wherever it is',
      ),
    ),
    mutant(
      'S-24', 'check-removed', 'whole-line-without-its-end-cut',
      edit('host/journal/scan.ts', 'for (const spoilt of [0, 1]) {', 'for (const spoilt of [1]) {'),
      by(
        'test/host/journal/open.test.ts',
        'cut at any byte, a journal counts no less than what its whole lines say',
      ),
    ),
    mutant(
      'S-29', 'check-removed', 'journal-of-a-living-host-taken',
      edit('host/journal/lock.ts', 'if (!world.processes.gone(held.value)) {', 'if (pid < 0) {'),
      by(
        'test/host/journal/lock.test.ts',
        'a second host is refused by the number, machine and hour of the first',
      ),
    ),
    mutant(
      'S-23', 'check-removed', 'hole-in-what-was-synced-cut-off',
      edit(
        'host/journal/scan.ts',
        'if (hasHole(rest) && !wasSynced(head.n + 1, rest, utf8)) return torn();',
        'if (hasHole(rest)) return torn();',
      ),
      by(
        'test/host/journal/holes.test.ts',
        'a reservation that was on disk and reads as zeros now is never cut off as torn',
      ),
    ),
  ],
};
