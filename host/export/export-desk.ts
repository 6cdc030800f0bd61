// Lets something out of the house: recognises who asks, makes it, and writes down what went out, by
// its hash, before it is handed over. With names in it, it takes a role that may and a signature
// with a reason under exactly those bytes.

import { hash } from 'node:crypto';
import type { Chart } from '../chart/index.ts';
import { actionOfExport } from '../core/staff/verify-staff.ts';
import type { NoteGiven } from '../journal/entry.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import type { Claimed, DeskRefusal, StaffDesk } from '../staff/index.ts';

/** What leaves the house in which form. */
export type ExportFormat =
  | 'fhir' | 'pdf' | 'csv' | 'json' | 'support' | 'adverse-event' | 'audit';

/** What somebody asks for. */
export interface ExportAsked {
  readonly format: ExportFormat;
  /** What it is of, such as a treatment and its id. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly identity: boolean;
  readonly reason: string | undefined;
  readonly make: () => Promise<Uint8Array> | Uint8Array;
  /** Lines that are written with it. */
  readonly notes?: (sha256: string, bytes: number) => readonly NoteGiven[];
}

/** What goes out. */
export interface HandedOut {
  readonly bytes: Uint8Array;
  readonly sha256: string;
  readonly exportId: string;
}

/** Lets it out, or says why not. */
export async function handOut(
  ground: { readonly chart: Chart; readonly desk: StaffDesk; readonly freshId: () => string },
  claimed: Claimed,
  asked: ExportAsked,
): Promise<Result<HandedOut, readonly DeskRefusal[]>> {
  const { chart, desk, freshId } = ground;
  const { format, subject, identity, reason } = asked;
  // S-79: nothing is even made before somebody who may was recognised.
  const member = await desk.recognise(claimed, actionOfExport(format, identity));
  if (!member.ok) return member;
  if (identity && (reason ?? '').trim() === '') return refuse([{ code: 'no-reason' }]);
  const bytes = await asked.make();
  const sha256 = hash('sha256', bytes, 'hex');
  if (identity) {
    const signed = await desk.sign(claimed, {
      meaning: 'export', subject: { ...subject, hash: sha256 }, reason, madeBy: undefined,
    });
    if (!signed.ok) return signed;
  }
  const exportId = freshId();
  const written = await chart.append(
    ...(asked.notes?.(sha256, bytes.length) ?? []),
    {
      kind: 'exported', exportId, format, subject, identity, sha256, bytes: bytes.length,
      by: claimed.staffId,
    },
  );
  return written.ok ? ok({ bytes, sha256, exportId }) : refuse([written.error]);
}
