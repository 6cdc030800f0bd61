// The questions of the screening in Chinese, shortened for a finger; their full wording is the
// host’s.

import { translation } from '../translation.ts';
import type { groups as groupsEn, asks as asksEn } from '../en/care-asks.ts';

/** The groups in which the questions are asked. */
export const groups = translation<typeof groupsEn>()({
  today: '今天，在计划治疗的部位',
  health: '健康状况',
  medicine: '药物与医疗操作',
  skin: '皮肤',
  plans: '需要记录',
});

/** The questions of the screening, by their names. */
export const asks = translation<typeof asksEn>()({
  'infection-or-wound': '该处有感染、开放性伤口、溃疡或皮疹吗？',
  'cold-sore-now': '现在有唇疱疹，或发作前的刺痒感吗？',
  'inflamed-acne': '该处有发炎的痤疮吗？',
  isotretinoin: '现在或过去六个月内用过异维A酸吗？（最后一粒的日期）',
  'pregnant-or-breastfeeding': '怀孕、可能怀孕或哺乳吗？',
  'bleeding-disorder': '有出血性疾病，或无故瘀青吗？',
  anticoagulant: '服用华法林、肝素、阿司匹林或其他抗凝药吗？',
  immunosuppression: '免疫力低下，或用降低免疫力的药吗？',
  'hiv-or-hepatitis': '感染艾滋病毒或肝炎吗？',
  'uncontrolled-diabetes': '糖尿病控制不佳吗？',
  'keloid-history': '疤痕曾长到伤口以外（瘢痕疙瘩）吗？',
  'lesion-in-area': '该处有光化性角化、疣、痣或胎记吗？',
  malignancy: '患癌症，或仍在随访吗？',
  'chemo-or-radiotherapy': '正在化疗或放疗吗？',
  'systemic-steroids': '口服或注射可的松等类固醇吗？',
  'allergy-to-metal': '对不锈钢、镍或其他金属过敏吗？',
  'allergy-to-anaesthetic': '对麻药膏或局部麻药过敏吗？',
  'skin-cancer-in-area': '该处现在或曾有皮肤癌吗？',
  'collagen-disease': '硬皮病或其他胶原、血管疾病吗？',
  'heart-abnormality': '心脏有异常吗？',
  'tattoo-in-area': '该处有纹身或半永久妆吗？',
  filler: '过去两周该处打过填充剂吗？（日期）',
  'implant-or-port': '该处皮下有植入物、输液港或埋线吗？',
  sunburn: '过去两周晒伤过吗？（日期）',
  'laser-or-light': '过去两周该处做过激光或强光吗？（日期）',
  peel: '过去两周该处做过换肤吗？（日期）',
  'melasma-or-pigment-after-inflammation': '有黄褐斑，或痘、伤后留下的色斑吗？',
  'steroid-thinned-skin': '皮肤因类固醇变薄吗？',
  'irradiated-skin': '该处皮肤曾受过放疗吗？',
  'very-lax-skin': '该处皮肤很松弛吗？',
  'tanned-or-much-sun-lately': '现在晒黑了，或过去两周常晒太阳吗？',
  'cold-sores-before': '曾有唇疱疹吗？（备注：抗病毒药的决定）',
  'skin-or-autoimmune-disease': '湿疹、银屑病、白癜风或自身免疫病吗？（备注：部位、是否稳定）',
  'sun-planned': '未来两周打算晒太阳或美黑吗？（备注：如何避免）',
  'muscle-relaxant': '过去两周该处打过肉毒毒素吗？（日期；备注：部位）',
  'retinoid-or-acid': '过去一周该处用过维A类或酸类吗？（日期；备注：哪种）',
  waxing: '过去一周该处脱过毛吗？（日期；备注：外观）',
  'anti-inflammatory': '过去三天用过布洛芬、萘普生等吗？（日期；备注：原因）',
  'pigment-plan': '是否已商定色素预防：防晒、第14和28天拍照？（备注：内容）',
});
