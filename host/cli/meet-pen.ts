// Meets a pen to read what it says of itself, and nothing more: a handshake, its pages, no mode,
// and the port is let go of. Nothing is armed here, and a pen that somebody else has armed must not
// be met, since a second host's greeting stops it; that is why nothing does this unless a person
// names the pen.

import { randomInt } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { asyncScheduler, Subject } from 'rxjs';
import type { BytePort } from '../../protocol/byte-port.ts';
import { ok, refuse, type Result } from '../../protocol/result.ts';
import { createGuard } from '../guard/index.ts';
import { type PenAddress, sayOpenRefusal } from '../link/index.ts';
import { openSealed, type SealNews, sayTrouble } from '../pairing/index.ts';
import type { LinkedPen } from '../link/session-state.ts';
import { createElapsed } from '../loop/clock.ts';
import { type HostEvent, newHost } from '../loop/host-step.ts';
import { createPerformer } from '../loop/perform.ts';
import { hostSteps } from '../loop/pipeline.ts';

const MEET_MS_MAX = 6_000;
const NONCE_MAX = 2 ** 32 - 1;
const drawNonce = (): number => randomInt(1, NONCE_MAX);

/** Reads a pen's pages, or says in a sentence why that did not come about. */
export async function meetPen(
  address: Exclude<PenAddress, { readonly kind: 'sim' }>,
): Promise<Result<LinkedPen, string>> {
  let hear: (news: SealNews) => void = () => undefined;
  const opened = await openSealed(address, (news) => hear(news));
  if (!opened.ok) return refuse(sayOpenRefusal(opened.error));
  const met = await meetOn(opened.value, (listener) => {
    hear = listener;
  });
  await opened.value.close();
  return met;
}

function meetOn(
  port: BytePort,
  onSeal: (listener: (news: SealNews) => void) => void,
): Promise<Result<LinkedPen, string>> {
  const bytes$ = new Subject<Uint8Array>();
  const others$ = new Subject<HostEvent>();
  let foreign = false;
  return new Promise((resolve) => {
    const settle = (result: Result<LinkedPen, string>): void => {
      clearTimeout(late);
      steps.unsubscribe();
      resolve(result);
    };
    const late = setTimeout(
      () => settle(refuse(foreign ? sayForeign(port.name) : saySilent(port.name))),
      MEET_MS_MAX,
    );
    // Without a wish the guard lets nothing through that can move a pen.
    const guard = createGuard();
    const perform = createPerformer({
      port: () => port,
      guard,
      journal: () => undefined,
      drawNonce,
      happened: (event) => others$.next(event),
      met: ({ pen }) => settle(ok(pen)),
      refused: () => undefined, // nothing is asked here that could be refused
    });
    const steps = hostSteps({
      bytes$,
      others$,
      scheduler: asyncScheduler,
      takeElapsedMs: createElapsed(() => performance.now()),
      overhears: guard.hears,
      dropped: (why) => {
        foreign ||= why === 'foreign-version';
      },
    }, newHost('look')).subscribe({
      next: ({ effects }) => {
        for (const effect of effects) perform(effect);
      },
      error: (error: unknown) => {
        throw error;
      },
    });
    onSeal((news) => {
      // A stranger may read its pages, which is all that is wanted here.
      const fine = news.kind === 'sealed' || news.kind === 'bare' || news.kind === 'stranger';
      if (!fine) settle(refuse(sayTrouble(news)));
    });
    port.onBytes((bytes) => bytes$.next(bytes));
    port.onClosed((why) => settle(refuse(`${port.name} went away: ${why}. Check the cable.`)));
    others$.next({ kind: 'greet', hostNonce: drawNonce() });
  });
}

const saySilent = (name: string): string =>
  `Nothing at ${name} answers as a pen: it may be another device, off, or held by another host. ` +
  'Check what is plugged in with "corium pens".';

const sayForeign = (name: string): string =>
  `What answers at ${name} speaks another version of the protocol; update the pen or this host.`;
