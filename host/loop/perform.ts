// Does what the host wants of the world, and turns whatever becomes of it into an event. It is
// total: no effect throws, none is forgotten, and none decides anything.

import type { BytePort } from '../../protocol/byte-port.ts';
import { createEncoder } from '../../protocol/frame.ts';
import { type Journal, refusalReasons } from '../journal/index.ts';
import type { HostEffect, HostEvent } from './host-step.ts';

/** What effects are performed on. */
export interface Stage {
  /** Undefined while no port is open: what is sent then goes nowhere, which silence covers. */
  readonly port: () => BytePort | undefined;
  /** Undefined while nothing is being treated. */
  readonly journal: () => Journal | undefined;
  readonly drawNonce: () => number;
  readonly happened: (event: HostEvent) => void;
  readonly met: (effect: Extract<HostEffect, { readonly kind: 'met' }>) => void;
  readonly refused: (effect: Extract<HostEffect, { readonly kind: 'refuse' }>) => void;
}

type NoteEffect = Extract<HostEffect, { readonly kind: 'note' }>;

/** Makes the performer of a stage. */
export function createPerformer(stage: Stage): (effect: HostEffect) => void {
  const encode = createEncoder();
  return (effect) => {
    switch (effect.kind) {
      case 'send': {
        const bytes = encode(effect.message, effect.header, effect.binding);
        const port = stage.port();
        if (effect.urgent) port?.writeUrgent(bytes);
        else port?.write(bytes);
        return;
      }
      case 'draw-nonce':
        stage.happened({ kind: 'greet', hostNonce: stage.drawNonce() });
        return;
      case 'note':
        write(stage, effect);
        return;
      case 'refuse':
        writeRefusal(stage, effect);
        stage.refused(effect);
        return;
      case 'met':
        stage.met(effect);
    }
  };
}

function write(stage: Stage, { note, token }: NoteEffect): void {
  const journal = stage.journal();
  if (journal === undefined) {
    stage.happened({ kind: 'journal-failed', why: 'no journal is open' });
    return;
  }
  // S-35: a line that could not be written is an event like any other, and ends the treatment.
  if (token === undefined) {
    const appended = journal.append(note);
    if (!appended.ok) stage.happened({ kind: 'journal-failed', why: appended.error.code });
    return;
  }
  journal.appendAndThen(note, (outcome) => {
    stage.happened(
      outcome.ok
        ? { kind: 'synced', token }
        : { kind: 'journal-failed', why: outcome.error.code },
    );
  });
}

type RefuseEffect = Extract<HostEffect, { readonly kind: 'refuse' }>;

function writeRefusal(stage: Stage, { what, refusals }: RefuseEffect): void {
  const journal = stage.journal();
  if (journal === undefined || refusals.length === 0) return;
  const appended = journal.append({ kind: 'refused', what, refusals: refusalReasons(refusals) });
  if (!appended.ok) stage.happened({ kind: 'journal-failed', why: appended.error.code });
}
