// The things that a reason may be about, in Chinese, and the rules that bind a number.

import { translation } from '../translation.ts';
import type * as original from '../en/things.ts';

/** The questions of the screening. */
export const questions = translation<typeof original.questions>()({
  'active-infection-or-wound': '活动性感染、疱疹或伤口',
  'inflamed-acne': '炎性痤疮',
  'isotretinoin-within-6-months': '6 个月内用过异维A酸',
  'pregnant-or-breastfeeding': '怀孕或哺乳',
  'bleeding-disorder-or-anticoagulant': '出血性疾病或抗凝药',
  'immunosuppression-or-uncontrolled-diabetes': '免疫抑制或未控制的糖尿病',
  'keloid-history-or-lesion-in-area': '瘢痕疙瘩史或部位内有病变',
  'malignancy-or-systemic-steroids': '恶性肿瘤或全身用激素',
  'allergy-to-steel-or-anaesthetic': '对钢或麻药过敏',
  'skin-cancer-or-collagen-disease-or-heart': '皮肤癌、胶原病或心脏病',
  'tattoo-in-area': '部位内有纹身',
  'filler-within-2-weeks': '2 周内注射过填充剂',
  'implant-or-port-in-area': '部位内有植入物或输液港',
  'burnt-peeled-or-lasered-within-2-weeks': '2 周内晒伤、换肤或激光',
});

/** Conditions that reduce the limits, precautions that are noted, and indications. */
export const conditions = translation<typeof original.conditions>()({
  'melasma-or-pigment-after-inflammation': '黄褐斑或炎症后色素沉着',
  'steroid-thinned-skin': '激素致皮肤变薄',
  'irradiated-skin': '放射治疗过的皮肤',
  'very-lax-skin': '非常松弛的皮肤',
  'tanned-or-much-sun-lately': '近期晒黑或多日晒',
  'cold-sore-history': '唇疱疹史',
  'skin-or-autoimmune-disease': '皮肤病或自身免疫病',
  'sun-planned-within-2-weeks': '2 周内计划日晒',
  'muscle-relaxant-within-2-weeks': '2 周内用过肌肉松弛剂',
  'retinoid-or-acid-within-a-week': '一周内用过维A类或酸类',
  'waxed-within-a-week': '一周内蜜蜡脱毛',
  'anti-inflammatory-within-3-days': '3 天内用过消炎药',
  'pigment-plan': '色素处理计划',
  'acne-scar': '痤疮瘢痕',
  striae: '妊娠纹或生长纹',
});

/** What else may be meant. */
export const things = translation<typeof original.things>()({
  face: '面部',
  whole: '全身',
  serial: '序列号',
  depthStepUm: '深度步进',
  depthUmMax: '深度范围',
  evaluatedDepthUmMax: '评价过的深度',
  rateCentiHzMin: '频率范围',
  creditMax: '一次接受的量',
  leaseMsMax: '等待主机的时间',
  retractMsMax: '缩回所需时间',
  overshootUm: '过冲量',
  uncertaintyLowUm: '深度不确定度',
  cartridge: '针头',
  dueDay: '证书日期',
});

/** The rules that bind a number. */
export const rules = translation<typeof original.rules>()({
  row: '限值表“{row}”行',
  'site-row': '本诊所限值表“{row}”行',
  'first-visit': '推荐值，因为是首次就诊',
  'calibration-out-of-date': '推荐值，因为校准已过期',
  'calibration-shaken': '推荐值，因为笔卡住过或过深',
  'calibration-used-up': '推荐值，因为证书的使用次数已满',
  'no-recorded-reason': '推荐值，因为没有记录理由',
  'table-step': '限值表的步进',
  'mechanical-maximum': '机械最大值',
  'pen-hardware': '笔的能力',
  'evaluated-maximum': '笔评价过的深度',
  'needle-length': '针的长度',
  'calibration-uncertainty': '笔可能的误差',
  'pen-step': '笔的步进',
  zone: '此类皮肤的界限',
  'per-pass': '一遍可施加的量',
  density: '部位的密度',
  'spot-density': '单点密度的一半',
  'stationary-contact': '停留时间，因为笔不能感知移动',
  'grant-maximum': '一次许可的上限',
  'pen-credit': '笔一次接受的量',
  plan: '计划',
  'darker-skin': '深色皮肤或色素的减量',
  'fragile-skin': '年长或脆弱皮肤的减量',
  'early-interval': '提早复诊的减量',
  because: '（{rule}）',
  'the-plan': '计划',
});
