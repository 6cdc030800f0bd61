// Makes a burst in Web Audio: a fundamental with four harmonics, so that small loudspeakers carry
// it and an ear finds where it comes from, each pulse with a soft rise and fall. The same code
// sounds in the window and is rendered offline to be measured.

import type { Priority } from '../../../host/core/alarm.ts';
import { type Pulse, pulsesOf } from './score.ts';

/** Strengths of the fundamental and its harmonics. */
const PARTIALS = [1, 0.7, 0.55, 0.45, 0.35] as const;

/** The rise and the fall of a pulse, as shares of its length. */
const EDGE_SHARE = 0.12;

const LOUDEST = 0.9 / PARTIALS.reduce((sum, part) => sum + part, 0);

/** Ends a burst before its time. */
export type CutOff = () => void;

/** Sounds a burst from an instant of the context's clock on; `volume` is 0 to 1. */
export function soundBurst(
  context: BaseAudioContext,
  priority: Priority,
  startS: number,
  volume: number,
): CutOff {
  const out = context.createGain();
  out.gain.value = volume * LOUDEST;
  out.connect(context.destination);
  const voices = pulsesOf(priority).flatMap((pulse) => soundPulse(context, out, pulse, startS));
  return () => {
    for (const voice of voices) voice.stop();
    out.disconnect();
  };
}

function soundPulse(
  context: BaseAudioContext,
  out: AudioNode,
  { startMs, endMs, toneHz }: Pulse,
  startS: number,
): readonly OscillatorNode[] {
  const [from, to] = [startS + startMs / 1_000, startS + endMs / 1_000];
  const edgeS = (to - from) * EDGE_SHARE;
  const envelope = context.createGain();
  envelope.connect(out);
  envelope.gain.setValueAtTime(0, from);
  envelope.gain.linearRampToValueAtTime(1, from + edgeS);
  envelope.gain.setValueAtTime(1, to - edgeS);
  envelope.gain.linearRampToValueAtTime(0, to);
  return PARTIALS.map((strength, index) => {
    const voice = context.createOscillator();
    const level = context.createGain();
    voice.frequency.value = toneHz * (index + 1);
    level.gain.value = strength;
    voice.connect(level).connect(envelope);
    voice.start(from);
    voice.stop(to);
    return voice;
  });
}
