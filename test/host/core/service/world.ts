/**
 * A service console and a whole simulated pen on virtual time: the real machine, guard and codec on
 * one side, the real firmware and plant on the other, and a cable that can be cut or talk rubbish.
 */
import { serviceStep } from '../../../../host/core/service/service.ts';
import {
  NEW_SERVICE, type Service, type ServiceEffect, type ServiceEnd, type ServiceEvent,
  type ServiceNews,
} from '../../../../host/core/service/state.ts';
import { createGuard } from '../../../../host/guard/index.ts';
import { createDeframer } from '../../../../protocol/deframe.ts';
import { encodeFrame } from '../../../../protocol/frame.ts';
import { encodeLine, lineText } from '../../../../protocol/service-line.ts';
import type { Pen } from '../../../../sim/pen.ts';
import { HANDS_OFF, type Hand } from '../../../../sim/plant/index.ts';
import { rig, type Rigging } from '../../../sim/pen/rig.ts';
import { AT_BENCH } from '../../../sim/pen/talker.ts';

export interface ServiceWorld {
  readonly pen: Pen;
  hand: Hand;
  service: Service;
  /** Whether the console lives; a dead one hears and says nothing. */
  alive: boolean;
  /** Whether bytes of either end reach the other. */
  plugged: boolean;
  /** Whether lines of the console, or its frames, are lost on the way. */
  losesLines: boolean;
  losesFrames: boolean;
  readonly news: ServiceNews[];
  readonly lines: string[];
  readonly sent: string[];
  readonly keptBack: string[];
  readonly tell: (event: ServiceEvent) => void;
  readonly pass: (forMs: number) => void;
  /** Bytes that reach the console as if the pen had said them. */
  readonly inject: (bytes: Uint8Array) => void;
  readonly end: () => ServiceEnd | undefined;
  readonly newsOf: <Kind extends ServiceNews['kind']>(
    kind: Kind,
  ) => readonly Extract<ServiceNews, { readonly kind: Kind }>[];
}

/** Puts a console in front of a pen, and says HELLO. */
export function createServiceWorld(rigging: Rigging = {}): ServiceWorld {
  const pen = rig(rigging);
  const guard = createGuard();
  const inbox: Uint8Array[] = [];
  let nonce = 100;
  let owedMs = 0;
  let sinceTickMs = 0;

  const out = (bytes: Uint8Array, what: string): void => {
    const refusal = guard.stops(bytes);
    if (refusal !== undefined) world.keptBack.push(what);
    else if (world.plugged) pen.receive(bytes);
  };
  const perform = (effect: ServiceEffect): void => {
    if (effect.kind === 'tell') world.news.push(effect.news);
    else if (effect.kind === 'draw-nonce') tell({ kind: 'greet', hostNonce: (nonce += 1) });
    else if (effect.kind === 'send') {
      world.sent.push(effect.message.kind);
      const bytes = encodeFrame(effect.message, effect.header, effect.binding);
      if (!world.losesFrames) out(bytes, effect.message.kind);
    } else {
      world.lines.push(effect.text);
      if (!world.losesLines) out(encodeLine(effect.text), effect.text);
    }
  };
  const tell = (event: ServiceEvent): void => {
    if (!world.alive) return;
    const step = serviceStep(world.service, event, owedMs);
    owedMs = 0;
    world.service = step.service;
    for (const effect of step.effects) perform(effect);
  };
  const deframer = createDeframer({
    heard: (message, { session, seq, ack }) => {
      const header = { session, seq, ack };
      guard.hears(message, header);
      tell({ kind: 'frame', message, header });
    },
    dropped: (why) => tell({ kind: 'dropped', why }),
    line: (bytes) => tell({ kind: 'line', text: lineText(bytes) }),
  });
  const drain = (): void => {
    for (let bytes = inbox.shift(); bytes !== undefined; bytes = inbox.shift()) {
      deframer.push(bytes);
    }
  };
  pen.onFrame((bytes) => {
    if (world.plugged) inbox.push(bytes.slice());
  });

  const world: ServiceWorld = {
    pen,
    hand: HANDS_OFF,
    service: NEW_SERVICE,
    alive: true,
    plugged: true,
    losesLines: false,
    losesFrames: false,
    news: [],
    lines: [],
    sent: [],
    keptBack: [],
    tell: (event) => {
      tell(event);
      drain();
    },
    pass: (forMs) => {
      for (let passed = 0; passed < forMs; passed += 1) {
        pen.advance(1, world.hand);
        owedMs += 1;
        sinceTickMs += 1;
        drain();
        if (sinceTickMs < 10) continue;
        sinceTickMs = 0;
        tell({ kind: 'tick' });
        drain();
      }
    },
    inject: (bytes) => {
      inbox.push(bytes);
      drain();
    },
    end: () => (world.service.stage.kind === 'over' ? world.service.stage.end : undefined),
    newsOf: (kind) => world.news.filter((news): news is never => news.kind === kind),
  };
  world.tell({ kind: 'greet', hostNonce: nonce });
  return world;
}

/** A console that has been let in. */
export function insideService(rigging: Rigging = {}): ServiceWorld {
  const world = createServiceWorld(rigging);
  world.hand = AT_BENCH;
  world.pass(600);
  world.hand = HANDS_OFF;
  world.pass(20);
  return world;
}
