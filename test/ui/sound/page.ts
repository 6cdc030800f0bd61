// A page that renders bursts offline and hands back their samples, and that plays one through the
// device that there is.

import { alarmSounder } from '../../../ui/renderer/sound/alarm-sounder.ts';
import { burstMs } from '../../../ui/renderer/sound/score.ts';
import { soundBurst } from '../../../ui/renderer/sound/synth.ts';

const RATE_HZ = 16_000;

const rendered = async (priority: 'high' | 'medium' | 'low'): Promise<readonly number[]> => {
  const frames = Math.ceil(((burstMs(priority) + 200) / 1_000) * RATE_HZ);
  const context = new OfflineAudioContext(1, frames, RATE_HZ);
  soundBurst(context, priority, 0.05, 1);
  return [...(await context.startRendering()).getChannelData(0)];
};

/** What a sounder says while its device is there, while its clock stands, and afterwards. */
async function lostAndFound(): Promise<readonly string[]> {
  const heard: string[] = [];
  const contexts: AudioContext[] = [];
  const sounder = alarmSounder({
    makeContext: () => {
      const context = new AudioContext();
      contexts.push(context);
      return context;
    },
    nowMs: () => performance.now(),
    onStatus: (status) => heard.push(status),
  });
  const until = async (word: string): Promise<string> => {
    for (let look = 0; look < 80 && heard.at(-1) !== word; look += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return heard.at(-1) ?? 'nothing';
  };
  const ready = await until('ready');
  await contexts[0]?.suspend();
  const lost = await until('lost');
  const again = await until('ready');
  sounder.close();
  return [ready, lost, again];
}

Object.assign(window, { rendered, lostAndFound });
