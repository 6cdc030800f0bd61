// What the frame says of people and visits, in Chinese; everything else of care is fetched with its
// screens.

import { translation } from '../translation.ts';
import type { careFrame as original } from '../en/screens-care.ts';

/** The texts of this part of the screens. */
export const careFrame = translation<typeof original>()({
  'menu-people': '人员',
  'next-sign-in': '请用 PIN 或口令登录。',
  'next-visit': '就诊：还有 {open:number} 项。',
  'do-visit': '继续就诊',
  'sign-out': '退出登录',
  'signed-in-as': '{name}，已登录',
  'typed-name': '姓名为手填：此处无人登录',
  'person-choose': '打开病历',
  'person-chart': '病历',
});
