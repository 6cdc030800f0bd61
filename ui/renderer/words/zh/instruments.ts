// The texts of the window's instruments, in Chinese: figure, plot and alarm sound.

import { translation } from '../translation.ts';
import type * as original from '../en/instruments.ts';

/** The views of the figure. */
export const figure = translation<typeof original.figure>()({
  'face-front': '面部正面',
  'face-left': '面部左侧',
  'face-right': '面部右侧',
  'body-front': '身体正面',
  'body-back': '身体背面',
  left: '左',
  right: '右',
  own: '左右均指本人的左右。',
  label: '{view}。用方向键选择部位。',
  region: '{place}，{state}',
  delivered: '{place}，{state}，已施加 {share:percent}',
});

/** How an area stands on the figure. */
export const figureStates = translation<typeof original.figureStates>()({
  planned: '已计划',
  active: '正在治疗',
  done: '完成',
  blocked: '禁用，从不治疗',
  free: '未计划',
});

/** The plot. */
export const plot = translation<typeof original.plot>()({
  label: '最近 {span:seconds} 的深度、频率、力和倾角',
  depth: '深度',
  command: '指令',
  cap: '上限',
  rate: '频率',
  force: '力',
  tilt: '倾角',
  gap: '已 {ageMs:seconds} 没有报告',
});

/** The sound of alarms. */
export const sound = translation<typeof original.sound>()({
  lost: '报警没有声音：音频设备不在。请看屏幕。',
  locked: '触摸一次窗口之前没有声音。',
  paused: '声音已暂停，还剩 {leftMs:clock}',
  pause: '暂停声音',
  resume: '打开声音',
  'may-not-pause': '高级别报警的原因存在期间不能暂停。',
  test: '测试屏幕和声音',
  testing: '应依次听到高、中、低三种报警。',
  heard: '我听到了',
  'not-heard': '我没听到',
});
