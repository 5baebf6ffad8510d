// The catalogue: [matter, name, English, minutes/promised days, kind, materials, where and how].
// Kinds: i instant, p promised, j joint, u upward. Marks: * also at townships and villages, @ may be served remotely.
const kinds = { i: "instant", p: "promised", j: "joint", u: "upward" };
const id = "申请人身份证";
const book = "户口簿";

const catalogue = {
  "政务服务 ": [
    ["consult", "综合咨询", "Consultation", "i5", [], "*@"],
    ["assist", "帮办代办", "Assisted application", "i15", [id], "*@"],
    ["collect", "领取办理结果", "Collect a result", "i4", ["受理凭证", "领取人身份证"], "*"],
    ["cross-region", "异地事项代收代办", "Matters of other regions", "i15", [id, "业务属地要求的申请材料"], "@"],
  ],
  "公安 公安": [
    ["id-card", "身份证换领", "Renew an identity card", "p8/15", ["原居民身份证", book], ""],
    ["household-move", "户口迁移", "Move a household registration", "i15", [id, book, "迁入地房产或单位证明"], ""],
    ["birth-registration", "出生登记", "Register a birth", "i15", ["出生医学证明", "父母身份证", book, "结婚证"], ""],
    ["residence-permit", "居住证", "Residence permit", "p10/7", [id, "居住地住址证明", "近期照片"], ""],
    ["passport", "护照", "Passport", "p12/7", [id, "出入境证件照片", "中国公民出入境证件申请表"], ""],
    ["hk-macao-endorsement", "港澳再次签注", "Renew a Hong Kong or Macao endorsement", "i5", [id, "往来港澳通行证"], ""],
    ["driving-licence", "驾驶证换证", "Renew a driving licence", "i8", [id, "原驾驶证", "身体条件证明", "近期照片"], ""],
    ["no-crime-record", "无犯罪记录证明", "Certificate of no criminal record", "p6/3", [id, "用途说明"], "@"],
  ],
  "人社 社保": [
    ["resident-pension", "居民养老参保", "Join the residents' pension scheme", "i8", [id, book], "*@"],
    ["flexible-pension", "灵活就业参保", "Pension for the self-employed", "i8", [id, book, "灵活就业参保登记表"], "*@"],
    ["retirement", "退休申领", "Apply for a pension", "p25/15", [id, "人事档案", "社会保障卡", "近期照片"], ""],
    ["social-card", "社保卡补换", "Replace a social security card", "i8", [id, "近期照片"], ""],
    ["unemployment-benefit", "失业金", "Unemployment benefit", "p10/5", [id, "终止劳动关系证明", "社会保障卡"], "@"],
    ["work-injury", "工伤认定", "Recognise a work injury", "p25/30", [id, "工伤认定申请表", "劳动合同", "诊断证明书"], ""],
    ["pension-transfer", "关系转移", "Transfer a pension record", "p10/15", [id, "转移接续申请表"], "@"],
    ["work-capacity", "劳动能力鉴定", "Assess working capacity", "u15/40", [id, "工伤认定决定书", "完整病历材料"], ""],
    ["startup-loan", "创业担保贷款", "Guaranteed start-up loan", "j25/15", [id, "营业执照", "贷款申请表", "反担保材料"], ""],
  ],
  "医保 医保": [
    ["resident-medical", "居民参保", "Join the residents' medical insurance", "i6", [id, book], "*@"],
    ["care-elsewhere", "异地就医备案", "Register for care elsewhere", "i8", [id, "异地居住或转诊证明"], "@"],
    ["medical-refund", "零星报销", "Refund of medical bills", "p20/20", ["医疗费用发票", "费用明细清单", "出院记录", "银行卡"], ""],
    ["chronic-disease", "门诊慢特病", "Outpatient chronic disease", "p12/10", [id, "诊断证明书", "近期检查报告"], "@"],
    ["maternity-allowance", "生育津贴", "Maternity allowance", "p15/10", [id, "出生医学证明", "出院记录"], ""],
  ],
  "自然资源 不动产": [
    ["house-transfer", "二手房转移", "Transfer a house", "j35/3", ["买卖双方身份证", "不动产权证书", "买卖合同", "完税凭证"], ""],
    ["mortgage", "抵押", "Register a mortgage", "p20/2", [id, "不动产权证书", "借款合同", "抵押合同"], ""],
    ["house-inheritance", "继承", "Inherit a house", "p40/10", ["继承人身份证", "死亡证明", "亲属关系证明", "不动产权证书"], ""],
    ["deed-replacement", "补证", "Replace a deed", "p15/3", [id, "遗失声明"], ""],
    ["house-record", "房产查询", "House record", "i6", [id, "查询申请书"], "@"],
  ],
  "公积金 公积金": [
    ["fund-purchase", "购房提取", "Withdraw for a purchase", "p15/3", [id, "购房合同", "付款发票", "银行卡"], "@"],
    ["fund-rent", "租房提取", "Withdraw for rent", "i10", [id, "无房证明", "银行卡"], "@"],
    ["fund-loan", "贷款", "Housing fund loan", "p40/10", ["借款人身份证", "购房合同", "收入证明", "首付款凭证"], ""],
  ],
  "民政 民政": [
    ["minimum-living", "低保", "Minimum living allowance", "u30/20", [id, book, "家庭经济状况声明书", "核对授权书"], "*@"],
    ["destitute-support", "特困", "Support for the destitute", "u25/20", [id, book, "赡养情况证明"], ""],
    ["temporary-relief", "临时救助", "Temporary relief", "p20/8", [id, book, "困难情况说明"], "*@"],
    ["elder-allowance", "高龄津贴", "Allowance for the aged", "u10/10", [id, "银行卡"], "*@"],
    ["disabled-allowance", "残疾人补贴", "Allowance for disabled people", "u12/15", [id, "残疾人证", "银行卡"], "*@"],
    ["marriage", "结婚登记", "Marriage registration", "i25", ["双方身份证", "双方户口簿", "双方合影照片"], ""],
  ],
  "税务 税务": [
    ["deed-tax", "契税申报", "Deed tax", "i20", [id, "购房合同", "购房发票"], ""],
    ["invoice", "代开发票", "Issue an invoice", "i10", [id, "代开发票申请表", "业务合同"], "@"],
    ["social-payment", "社保缴费", "Pay social insurance", "i5", [id, "社会保障卡"], "*@"],
    ["tax-deregistration", "注销", "Close a tax record", "p25/10", ["经办人身份证", "清税申报表", "税控设备"], ""],
  ],
  "司法 司法": [
    ["legal-aid", "法律援助", "Legal aid", "p25/7", [id, "经济困难说明", "案件相关材料"], "@"],
    ["notary", "公证", "Notary", "p40/10", [id, "公证申请表", "待证事项材料"], ""],
  ],
  "市监 ": [
    ["sole-trader", "个体户", "Register a sole trader", "i15", ["经营者身份证", "经营场所证明"], "@"],
    ["company-start", "企业开办", "Start a company", "j30/1", ["股东身份证", "公司章程", "住所证明", "任职文件"], ""],
    ["company-close", "企业注销", "Close a company", "p20/3", ["营业执照", "清算报告", "清税证明"], ""],
    ["food-licence", "食品经营", "Food business licence", "p20/10", ["营业执照", "场所平面图", "食品安全制度"], ""],
    ["food-workshop", "小作坊", "Small food workshop", "p15/5", ["营业执照", "生产工艺说明", "从业人员健康证明"], ""],
  ],
  "卫健 ": [
    ["childbirth-registration", "生育登记", "Register for childbirth", "i8", ["夫妻身份证", book], "*@"],
    ["public-hygiene", "公共场所卫生", "Hygiene permit", "p20/7", ["营业执照", "卫生检测报告", "场所平面图"], ""],
    ["newborn-bundle", "出生一件事", "Newborn in one visit", "j20/10", ["出生医学证明", "父母身份证", book], ""],
    ["family-support", "计生扶助", "Family planning support", "u15/20", [id, book, "婚育情况证明"], ""],
  ],
  "住建 ": [
    ["construction-permit", "施工许可", "Construction permit", "j35/5", ["用地批准手续", "工程规划许可证", "施工合同", "资金落实承诺"], ""],
    ["public-rental", "公租房", "Public rental housing", "u25/20", [id, book, "收入证明", "无房证明"], ""],
  ],
  "城管 ": [["road-occupation", "占道", "Occupy a road", "p20/5", ["申请书", "占道位置图", "安全防护方案"], ""]],
  "农业农村 ": [
    ["homestead", "宅基地建房", "Build on a homestead", "j30/20", [id, book, "宅基地申请表", "四邻意见", "建房图纸"], "*@"],
    ["farm-machinery", "农机补贴", "Farm machinery subsidy", "u20/15", [id, "购机发票", "银行卡"], "*@"],
  ],
  "海洋渔业 ": [
    ["fishing-permit", "渔业捕捞", "Fishing permit", "u25/15", [id, "渔船登记证书", "渔船检验证书"], ""],
    ["fishing-boat", "渔船登记", "Register a fishing boat", "p25/7", [id, "船舶来源证明", "渔船检验证书"], ""],
  ],
  "林业 ": [["tree-felling", "林木采伐", "Fell trees", "p20/5", [id, "林权证明", "采伐申请表"], ""]],
  "教育 ": [
    ["school-entry", "入学", "School entry", "j12/10", [book, "居住证明", "儿童预防接种证"], ""],
    ["teacher-qualification", "教师资格", "Teacher qualification", "p15/20", [id, "学历证书", "普通话等级证书", "体检合格证明"], ""],
  ],
  "交通 ": [["freight-permit", "货运许可", "Freight permit", "p20/5", ["营业执照", "车辆行驶证", "驾驶员从业资格证"], ""]],
  "残联 ": [["disability-card", "残疾人证", "Disability card", "u15/15", [id, book, "近期照片", "诊断证明书"], ""]],
  "退役军人 ": [["veteran-card", "优待证", "Veteran's card", "u12/30", [id, "退役证件", "近期照片"], "*@"]],
};

const matter = (department, domain) => ([code, name, nameEn, kindMinutesDays, materials, marks]) => {
  const [minutes, promisedDays] = kindMinutesDays.slice(1).split("/").map(Number);
  return {
    matter: code, name, nameEn, department, ...(domain && { domain }), kind: kinds[kindMinutesDays[0]], minutes,
    ...(promisedDays && { promisedDays }), materials,
    levels: marks.includes("*") ? ["county", "township", "village"] : ["county"],
    ...(marks.includes("@") && { remote: true }),
  };
};

export const matters = Object.entries(catalogue)
  .flatMap(([heading, rows]) => rows.map(matter(...heading.split(" "))));
