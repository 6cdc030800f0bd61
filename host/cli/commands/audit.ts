// The audit trail from the command line: shown, verified, exported. Showing and exporting take a
// role that may; verifying says nothing about anybody and takes none.

import {
  type AuditFilter, type AuditRow, auditRows, readBoth, verifyBoth,
} from '../../staff/index.ts';
import { csvText, handOut } from '../../export/index.ts';
import { nodeWorld } from '../../journal/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { EXIT } from '../exit-code.ts';
import { done, failed, type Outcome } from '../outcome.ts';
import { askWho, turnedAway, withStaff } from '../staff-ground.ts';
import { deliver } from '../write-out.ts';

/** Shows rows. */
export const showAudit = (dataDir: string, filter: AuditFilter, by: string): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const member = await ground.desk.recognise(who.value, 'see-audit');
    if (!member.ok) return turnedAway(member.error);
    const both = readBoth(dataDir, ground.world);
    if (!both.ok) return failed(EXIT.journal, [both.error]);
    const rows = auditRows(both.value, filter);
    const lines = rows.map(lineOf);
    return done(lines.length === 0 ? ['No line is like that.'] : lines, { ok: true, rows });
  });

const lineOf = ({ journal, n, at, kind, who, what }: AuditRow): string => {
  const place = `${journal === 'chart' ? 'c' : 't'}${n}`.padStart(7);
  // Whole hashes are in what is exported; a line on a screen is for eyes.
  const short = what.replaceAll(/\b([0-9a-f]{12})[0-9a-f]{20,}\b/g, '$1...')
    .replaceAll(/\b([0-9a-f]{8})-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/g, '$1');
  const said = short === '' ? '' : `  ${short}`;
  return `${at.slice(0, 19).replace('T', ' ')}${place}  ${kind.padEnd(22)} ${who.padEnd(14)}${said}`
    .trimEnd();
};

/** Verifies both journals. */
export function verifyAudit(dataDir: string): Outcome {
  const world = nodeWorld(HOST_VERSION);
  const both = readBoth(dataDir, world);
  if (!both.ok) return failed(EXIT.journal, [both.error]);
  const { accepted, lines, findings } = verifyBoth(both.value, world);
  const counts = `${lines.treatment} lines of treatments and ${lines.chart} of the chart`;
  if (accepted) {
    return done([`Accepted: both chains hold, and everybody was allowed to (${counts}).`], {
      ok: true, accepted, lines, findings,
    });
  }
  const sentence = `Not accepted: ${findings.length} found in ${counts}.`;
  return failed(EXIT.journal, [sentence, ...findings], { document: { accepted, lines, findings } });
}

const HEADS = ['journal', 'n', 'at', 'kind', 'who', 'person', 'what', 'prev', 'hash'] as const;

/** Rows as a file. */
const auditFile = (rows: readonly AuditRow[], asCsv: boolean): string =>
  asCsv
    ? csvText([HEADS, ...rows.map((row) => HEADS.map((name) => row[name]))])
    : `${JSON.stringify({ version: 1, rows }, undefined, 1)}\n`;

/** Exports rows as JSON or CSV. */
export const exportAudit = (
  dataDir: string,
  filter: AuditFilter,
  by: string,
  to: { readonly csv: boolean; readonly out: string | undefined },
): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const both = readBoth(dataDir, ground.world);
    if (!both.ok) return failed(EXIT.journal, [both.error]);
    const handed = await handOut({ ...ground, freshId: ground.world.freshId }, who.value, {
      format: 'audit',
      subject: { kind: 'audit', id: 'both-journals' },
      identity: false,
      reason: undefined,
      make: () => new TextEncoder().encode(auditFile(auditRows(both.value, filter), to.csv)),
    });
    return handed.ok ? deliver(handed.value, to.out) : turnedAway(handed.error);
  });
