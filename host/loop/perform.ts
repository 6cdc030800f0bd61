// Does what the host wants of the world, and turns whatever becomes of it into an event. It is
// total: no effect throws, none is forgotten, and none decides anything.

import type { BytePort } from '../../protocol/byte-port.ts';
import { createEncoder, type Header } from '../../protocol/frame.ts';
import type { Guard, GuardRefusal } from '../guard/index.ts';
import { type Journal, refusalReasons } from '../journal/index.ts';
import type { HostEffect, HostEvent } from './host-step.ts';

/** What effects are performed on. */
export interface Stage {
  /** Undefined while no port is open: what is sent then goes nowhere, which silence covers. */
  readonly port: () => BytePort | undefined;
  /** Reads every frame before it is written, and has the last word. */
  readonly guard: Pick<Guard, 'stops'>;
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
  const keptBack = createKeeper(stage);
  return (effect) => {
    switch (effect.kind) {
      case 'send': {
        const bytes = encode(effect.message, effect.header, effect.binding);
        const port = stage.port();
        // S-37: the bytes as they would go out, and no other way to the port.
        const refusal = stage.guard.stops(bytes);
        if (refusal !== undefined) {
          port?.writeUrgent(encode(STOP, { ...effect.header, seq: 0 }, 0));
          keptBack(refusal, effect.header);
        } else if (effect.urgent) port?.writeUrgent(bytes);
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

const STOP = { kind: 'stop' } as const;

/** Says once what the guard kept back, however often the same frame is tried, and stops. */
function createKeeper(stage: Stage): (refusal: GuardRefusal, header: Header) => void {
  let told: Header | undefined;
  return (refusal, header) => {
    if (told?.session === header.session && told.seq === header.seq) return;
    told = header;
    const refuse: RefuseEffect = {
      kind: 'refuse',
      what: 'send',
      refusals: [{ code: 'guard-refused', ...refusal }],
    };
    writeRefusal(stage, refuse);
    stage.refused(refuse);
    stage.happened({ kind: 'host-trouble', why: 'guard-refused' });
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
