// Lets a treatment, or help for the maintainers, out of the house. Each is made by host/export;
// here it is found, asked for in somebody's name, and handed over.

import { createHmac, randomBytes } from 'node:crypto';
import process from 'node:process';
import { readCertificates } from '../../certificate/index.ts';
import {
  openIdentity, readIdentityKey, type Identity, usualIdentityKeyPath,
} from '../../chart/index.ts';
import { foldChart } from '../../core/chart/fold-chart.ts';
import { personNow } from '../../core/chart/chart-facts.ts';
import { parseDay } from '../../core/day.ts';
import { examine } from '../../doctor/index.ts';
import {
  draftDocument, EVENT_OUTCOMES, type ExportFormat, type ExportSubject, gatherSubject, handOut,
  type Names,
  pseudonyms, supportBundle, type ToldEvent, treatmentBundle, treatmentCsv, treatmentJson,
  treatmentPdf, trueNames,
} from '../../export/index.ts';
import type { NoteGiven } from '../../journal/entry.ts';
import { type BothJournals, readBoth } from '../../staff/index.ts';
import { HOST_VERSION } from '../../version.ts';
import { ok, refuse, type Result } from '../../../protocol/result.ts';
import { EXIT } from '../exit-code.ts';
import { failed, type Outcome } from '../outcome.ts';
import { askWho, type StaffGround, turnedAway, withStaff } from '../staff-ground.ts';
import { deliver } from '../write-out.ts';

/** What is asked for, of which treatment, by whom. */
export interface TreatmentAsked {
  readonly dataDir: string;
  readonly treatmentId: string | undefined;
  readonly by: string;
  readonly identity: boolean;
  readonly reason: string | undefined;
  readonly out: string | undefined;
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

type Maker = (subject: ExportSubject, names: Names) => Promise<Uint8Array> | Uint8Array;

/** How each format of a treatment is made. */
const MAKERS = {
  fhir: (subject, names) =>
    utf8(`${JSON.stringify(treatmentBundle(subject, names), undefined, 2)}\n`),
  pdf: treatmentPdf,
  csv: (subject, names) => utf8(treatmentCsv(subject, names)),
  json: (subject, names) => utf8(`${treatmentJson(subject, names)}\n`),
} as const satisfies Partial<Record<ExportFormat, Maker>>;

/** A format of a treatment. */
export type TreatmentFormat = keyof typeof MAKERS;

interface Found {
  readonly both: BothJournals;
  readonly subject: ExportSubject;
}

function find(ground: StaffGround, wanted: string | undefined): Result<Found, Outcome> {
  const { dataDir, world } = ground;
  const both = readBoth(dataDir, world);
  if (!both.ok) return refuse(failed(EXIT.journal, [both.error]));
  const ids = both.value.treatment.flatMap((entry) =>
    entry.kind === 'treatment-opened' ? [entry.treatmentId] : []);
  const treatmentId = wanted ?? ids.at(-1) ?? '';
  const certificates = readCertificates(dataDir).stored.map(({ signed }) => signed);
  const subject = gatherSubject(both.value, certificates, treatmentId);
  if (subject !== undefined) return ok({ both: both.value, subject });
  const known = ids.length === 0 ? 'there is none yet' : `known are ${ids.slice(-5).join(', ')}`;
  return refuse(failed(EXIT.refused, [
    `The journal in ${dataDir} holds no treatment "${treatmentId}"; ${known}.`,
  ]));
}

/** Who the person is, where the key to it is there; without it the name stays sealed. */
function identityOf({ both, subject }: Found): Identity | undefined {
  const facts = foldChart(both.chart);
  const person = personNow(facts, subject.record.opened.person);
  const known = facts.people.get(person);
  const key = readIdentityKey(usualIdentityKeyPath());
  if (known === undefined || !key.ok) return undefined;
  const { identity } = known.amendments.at(-1) ?? known.registered;
  return openIdentity(identity, person, key.value);
}

const namesFor = (found: Found, identity: boolean): Names =>
  identity ? trueNames(found.subject, identityOf(found)) : pseudonyms(found.subject);

/** Lets a treatment out in a format. */
export const exportTreatment = (
  format: TreatmentFormat,
  asked: TreatmentAsked,
): Promise<Outcome> =>
  withStaff(asked.dataDir, async (ground) => {
    const found = find(ground, asked.treatmentId);
    if (!found.ok) return found.error;
    const { subject } = found.value;
    const { treatmentId } = subject.record.opened;
    const who = await askWho(ground, asked.by);
    if (!who.ok) return who.error;
    const handed = await handOut({ ...ground, freshId: ground.world.freshId }, who.value, {
      format,
      subject: { kind: 'treatment', id: treatmentId },
      identity: asked.identity,
      reason: asked.reason,
      make: () => MAKERS[format](subject, namesFor(found.value, asked.identity)),
    });
    if (!handed.ok) return turnedAway(handed.error);
    const usual = format === 'pdf' ? `treatment-${treatmentId.slice(0, 8)}.pdf` : undefined;
    return deliver(handed.value, asked.out ?? usual);
  });

/** What a person tells of an adverse event, as typed. */
export interface EventSaid {
  readonly what: string;
  readonly on: string | undefined;
  readonly outcome: string;
  readonly json: boolean;
}

function toldOf({ what, on, outcome }: EventSaid): Result<ToldEvent, string> {
  const known = EVENT_OUTCOMES.find((each) => each === outcome);
  if (known === undefined) {
    return refuse(`"${outcome}" is no outcome; choose from ${EVENT_OUTCOMES.join(', ')}.`);
  }
  if (on !== undefined && parseDay(on) === undefined) {
    return refuse(`"${on}" is no day that exists; write it as YYYY-MM-DD, or leave --on out.`);
  }
  const plain = what.normalize('NFC').replaceAll(/\p{Cc}+/gu, ' ').trim();
  if (plain === '' || plain.length > 4_000 || !plain.isWellFormed()) {
    return refuse('Tell with --what what happened, in at most 4000 characters.');
  }
  return ok({ what: plain, on, outcome: known });
}

/** Drafts a report about an adverse event. */
export const exportAdverseEvent = (asked: TreatmentAsked, said: EventSaid): Promise<Outcome> =>
  withStaff(asked.dataDir, async (ground) => {
    const told = toldOf(said);
    if (!told.ok) return failed(EXIT.usage, [told.error]);
    const found = find(ground, asked.treatmentId);
    if (!found.ok) return found.error;
    const { opened } = found.value.subject.record;
    const who = await askWho(ground, asked.by);
    if (!who.ok) return who.error;
    const { what, outcome } = told.value;
    const drafted = (sha256: string, bytes: number): NoteGiven => ({
      kind: 'adverse-event-drafted', draftId: ground.world.freshId(), person: opened.person,
      treatmentId: opened.treatmentId, what, outcome, sha256, bytes, by: asked.by,
    });
    const handed = await handOut({ ...ground, freshId: ground.world.freshId }, who.value, {
      format: 'adverse-event',
      subject: { kind: 'treatment', id: opened.treatmentId },
      identity: asked.identity,
      reason: asked.reason,
      make: () => utf8(draftDocument(
        found.value.subject, namesFor(found.value, asked.identity), told.value, said.json,
      )),
      notes: (sha256, bytes) => [drafted(sha256, bytes)],
    });
    return handed.ok ? deliver(handed.value, asked.out) : turnedAway(handed.error);
  });

/** Lets a support bundle out. */
export const exportSupport = (
  { dataDir, by, out }: Pick<TreatmentAsked, 'dataDir' | 'by' | 'out'>,
): Promise<Outcome> =>
  withStaff(dataDir, async (ground) => {
    const both = readBoth(dataDir, ground.world);
    if (!both.ok) return failed(EXIT.journal, [both.error]);
    const who = await askWho(ground, by);
    if (!who.ok) return who.error;
    const { findings } = await examine();
    const salt = randomBytes(32);
    const handed = await handOut({ ...ground, freshId: ground.world.freshId }, who.value, {
      format: 'support',
      subject: { kind: 'installation', id: both.value.installationIds.treatment },
      identity: false,
      reason: undefined,
      make: () => utf8(supportBundle({
        ...both.value,
        findings,
        versions: { corium: HOST_VERSION.replace(/^\D+/, ''), node: process.version },
        hash: (text) => createHmac('sha256', salt).update(text, 'utf8').digest('hex'),
      })),
    });
    return handed.ok ? deliver(handed.value, out) : turnedAway(handed.error);
  });
