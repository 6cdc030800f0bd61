/**
 * What the walk has to know of an end to make its moves: whether a frame on its way can still do
 * anything to it, how far its clock has come apart, and whose turn the second area is.
 */
import { PEN_NOW_MS } from './canon.ts';
import type { HostLife } from './host.ts';
import type { Pen } from './pen.ts';
import type { ToHostBurst, ToPenFrame } from './wire.ts';

/** Whether a pen will never act on a frame any more. */
export const isDeadToPen = (frame: ToPenFrame, pen: Pen): boolean => {
  const { link } = pen.firmware;
  const { message, header } = frame;
  if (message.kind === 'stop' || message.kind === 'hello') return false;
  if (header.session !== link.session) return true;
  return message.kind === 'grant' ? header.seq === link.grantSeq : header.seq < link.requestSeq;
};

/** Whether a host will never act on anything of a burst any more. */
export const isDeadToHost = (burst: ToHostBurst, { host }: HostLife): boolean => {
  if (host === undefined) return true;
  const { link } = host.session;
  return burst.frames.every(({ message, header }) => {
    if (message.kind === 'welcome') {
      return link.kind !== 'greeting' || message.hostNonce !== link.hostNonce;
    }
    return link.kind !== 'open'
      || header.session !== link.talk.session
      || header.seq <= link.talk.heardSeq;
  });
};

/** The two areas are alike, so they are taken in their order: the second when the first is done. */
export const isSecondDue = ({ host }: HostLife): boolean =>
  host?.control?.progress[1] !== undefined && host.control.progress[0]?.done === true;

/** How far the host's clock is ahead of the pen's, by what it was last told; undefined if never. */
export function apartMs({ host }: HostLife): number | undefined {
  const link = host?.session.link;
  if (link?.kind !== 'open' || link.talk.clock === undefined) return undefined;
  return link.talk.clock.offsetMs - PEN_NOW_MS;
}
