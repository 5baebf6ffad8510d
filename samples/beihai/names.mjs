// English names of the divisions, and the sample's villages: the names are plausible, the codes are only numbered.
export const names = {
  450502: "Haicheng District", 450503: "Yinhai District", 450512: "Tieshangang District", 450521: "Hepu County",
  450502001: "Zhongjie Subdistrict", 450502002: "Dongjie Subdistrict", 450502003: "Xijie Subdistrict",
  450502004: "Haijiao Subdistrict", 450502005: "Dijiao Subdistrict", 450502006: "Gaode Subdistrict",
  450502007: "Yima Subdistrict", 450502100: "Weizhou Town (island)",
  450503100: "Fucheng Town", 450503101: "Yintan Town", 450503102: "Pingyang Town", 450503103: "Qiaogang Town",
  450512100: "Nankang Town", 450512101: "Yingpan Town", 450512102: "Xinggang Town",
  450521100: "Lianzhou Town", 450521101: "Dangjiang Town", 450521102: "Xichang Town", 450521103: "Shagang Town",
  450521104: "Wujia Town", 450521105: "Zhakou Town", 450521106: "Gongguan Town", 450521107: "Baisha Town",
  450521108: "Shankou Town", 450521109: "Shatian Town", 450521110: "Shiwan Town", 450521111: "Shikang Town",
  450521112: "Changle Town", 450521113: "Xingdaohu Town", 450521200: "Quzhang Township",
};

const village = (hall, name, nameEn) => ({ hall, name, nameEn });
export const villages = [
  village("450521100001", "还珠社区", "Huanzhu Community"),
  village("450521100002", "烟楼村", "Yanlou Village"),
  village("450521100003", "堂排村", "Tangpai Village"),
  village("450521102001", "裴屋村", "Peiwu Village"),
  village("450521108001", "英罗村", "Yingluo Village"),
  village("450521109001", "对达村", "Duida Village"),
  village("450521200001", "璋嘉村", "Zhangjia Village"),
  village("450502100001", "盛塘村", "Shengtang Village"),
  village("450502100002", "百代寮村", "Baidailiao Village"),
  village("450503100001", "竹林村", "Zhulin Village"),
  village("450503103001", "侨港社区", "Qiaogang Community"),
  village("450512101001", "白龙村", "Bailong Village"),
];
