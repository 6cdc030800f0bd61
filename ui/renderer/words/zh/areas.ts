// The areas of skin in Chinese, alone and with their sides. The sides are the person's own.

import { translation } from '../translation.ts';
import type { areas as area, places as place, sides as side } from '../en/areas.ts';

/** The areas without their sides. */
export const areas = translation<typeof area>()({
  'upper-eyelid': '上眼睑',
  infraorbital: '眼下',
  'crows-feet': '鱼尾纹',
  forehead: '前额',
  temple: '太阳穴',
  glabella: '眉间',
  nose: '鼻部',
  cheek: '面颊',
  perioral: '口周',
  vermilion: '唇红',
  chin: '下巴',
  jawline: '下颌缘',
  submental: '颏下',
  neck: '颈部',
  decolletage: '胸口',
  scalp: '头皮',
  abdomen: '腹部',
  'upper-arm': '上臂',
  forearm: '前臂',
  hand: '手背',
  back: '背部',
  buttock: '臀部',
  thigh: '大腿',
  knee: '膝部',
});

/** The halves of areas that have a left and a right. */
export const places = translation<typeof place>()({
  'upper-eyelid-left': '左上眼睑',
  'upper-eyelid-right': '右上眼睑',
  'infraorbital-left': '左眼下',
  'infraorbital-right': '右眼下',
  'crows-feet-left': '左侧鱼尾纹',
  'crows-feet-right': '右侧鱼尾纹',
  'temple-left': '左太阳穴',
  'temple-right': '右太阳穴',
  'cheek-left': '左面颊',
  'cheek-right': '右面颊',
  'jawline-left': '左下颌缘',
  'jawline-right': '右下颌缘',
  'upper-arm-left': '左上臂',
  'upper-arm-right': '右上臂',
  'forearm-left': '左前臂',
  'forearm-right': '右前臂',
  'hand-left': '左手背',
  'hand-right': '右手背',
  'buttock-left': '左臀',
  'buttock-right': '右臀',
  'thigh-left': '左大腿',
  'thigh-right': '右大腿',
  'knee-left': '左膝',
  'knee-right': '右膝',
});

/** The sides. */
export const sides = translation<typeof side>()({
  midline: '正中',
  left: '左',
  right: '右',
});
