// Writes network.json from divisions.csv, matters.mjs and the layouts below: node make-network.mjs [--check]
import { readFileSync, writeFileSync } from "node:fs";
import { names, villages } from "./names.mjs";
import { matters } from "./matters.mjs";

const here = new URL(".", import.meta.url);
const social = ["社保", "医保"];
const building = ["construction-permit", "road-occupation"];
const crossRegion = ["cross-region", "pension-transfer", "care-elsewhere"];
const guide = ["assist", "consult"];

// [how many, kind, floor, the rest]: windows are numbered in this order.
const county = (general, counts, upstairs) => [
  [counts.consultation, "consultation", 1, { matters: ["consult"] }],
  [general, "general", 1, {}],
  ...counts.social.map(([n, ...domains]) => [n, "domain", 1, { domains }]),
  [1, "domain", 1, { domains: ["民政"] }],
  [counts.delivery, "delivery", 1, { matters: ["collect"] }],
  [1, "crossRegion", 1, { matters: crossRegion }],
  [1, "assist", 1, { matters: ["assist"] }],
  [counts.remote, "general", 1, { name: "云窗口", remoteDesk: true }],
  ...upstairs.map(([n, ...domains]) => [n, "domain", 2, { domains }]),
  [1, "professional", 2, { name: "工程建设", matters: building }],
];
const small = { consultation: 1, delivery: 1, remote: 1 };
const layouts = {
  "county-36": county(10, { consultation: 2, social: [[3, "社保"], [3, "医保"]], delivery: 2, remote: 2 },
    [[3, "公安"], [3, "不动产"], [2, "税务"], [1, "公积金"], [1, "司法"]]),
  "county-22": county(6, { ...small, social: [[2, "社保"], [2, "医保"]] },
    [[2, "公安"], [1, "不动产"], [1, "税务"], [1, "公积金", "司法"]]),
  "county-18": county(5, { ...small, social: [[1, "社保"], [1, "医保"]] },
    [[1, "公安"], [1, "不动产"], [1, "税务"], [1, "公积金", "司法"]]),
  "county-14": county(3, { ...small, social: [[1, ...social]] },
    [[1, "公安"], [1, "不动产"], [1, "税务", "公积金", "司法"]]),
  township: [
    [1, "assist", 1, { name: "帮办咨询", matters: guide }],
    [3, "general", 1, {}],
    [1, "domain", 1, { domains: social }],
  ],
  island: [[2, "general", 1, {}], [1, "domain", 1, { domains: social }]],
  village: [[1, "general", 1, {}]],
};
const letters = { 公安: "B", 社保: "F", 医保: "H", 不动产: "L", 公积金: "M", 民政: "Q", 税务: "R", 司法: "U" };
const townshipLetters = { 社保: "F", 医保: "H" };
const layoutOf = {
  450521: "county-36", 450502: "county-22", 450503: "county-18", 450512: "county-14", 450502100: "island",
};
// What single halls do differently: 廉州镇 offers tickets to its windows; 沙田镇 lies on a peninsula behind 山口镇, nearer than
// the county's hall.
const different = {
  450521100: { settings: { mode: "pushAndPull" } },
  450521109: { bHall: "450521108" },
};

const windowsOf = layout => layouts[layout]
  .flatMap(([count, kind, floor, rest]) => Array.from({ length: count }, () => ({ kind, floor, ...rest })))
  .map((window, index) => ({ window: `${index + 1}`, ...window }));

// Sample clerks are named after the cycle of sixty, so that nobody takes them for people.
const cycle = n => "甲乙丙丁戊己庚辛壬癸"[n % 10] + "子丑寅卯辰巳午未申酉戌亥"[n % 12];
const clerks = [];
const addClerk = (hall, n, skills) => {
  const clerk = `c${`${clerks.length + 1}`.padStart(3, "0")}`;
  clerks.push({ clerk, name: `示例${cycle(n)}`, hall, skills });
  return clerk;
};
const skillsOf = ({ kind, domains, matters: named }) =>
  kind === "domain" ? { domains } : kind === "professional" ? { matters: named } : "everything";

// The deputies sit at other windows of the same hall: first the next window of the same kind and skills, or for a window
// that stands alone one of the general windows in turn, so that they share the covering; then another general window.
// A village has a clerk on standby instead.
function postsOf(hall, windows) {
  const staff = windows.map(window => ({ ...window, skills: JSON.stringify(skillsOf(window)) }))
    .map((window, n) => ({ ...window, a: addClerk(hall, n, skillsOf(window)) }));
  if (staff.length === 1) return { 1: { a: staff[0].a, b: [addClerk(hall, 1, "everything")] } };
  const posts = staff.map(({ a, kind, skills, remoteDesk }, n) => {
    const after = [...staff.slice(n + 1), ...staff.slice(0, n)];
    const alike = after.find(other => other.kind === kind && other.skills === skills && other.remoteDesk === remoteDesk);
    const general = after.filter(other => other.kind === "general" && !other.remoteDesk && other !== alike);
    const inTurn = general.map((_, turn) => general[(n + turn) % general.length]);
    const deputies = [alike, ...inTurn].filter(Boolean).slice(0, hall.length === 6 ? 2 : 1);
    return [`${n + 1}`, { a, b: deputies.map(deputy => deputy.a) }];
  });
  return Object.fromEntries(posts);
}

const divisions = readFileSync(new URL("divisions.csv", here), "utf8").trim().split("\n").slice(1)
  .map(line => line.split(",")).map(([hall, name]) => ({ hall, name, nameEn: names[hall] }));
const halls = [...divisions, ...villages].map(({ hall, name, nameEn }) => {
  const layout = layoutOf[hall] ?? (hall.length === 9 ? "township" : "village");
  return { hall, name, nameEn, layout, ...different[hall], posts: postsOf(hall, windowsOf(layout)) };
});

const json = value => JSON.stringify(value, null, 1).replace(/\n\s*/g, " ");
const wide = 119;
function print(value, indent = "") {
  const line = json(value);
  if (indent.length + line.length <= wide - 12 || typeof value !== "object") return line;
  const inner = `${indent}  `;
  const isList = Array.isArray(value);
  const items = isList
    ? value.map(item => inner + print(item, inner))
    : Object.entries(value).map(([key, item]) => `${inner}${JSON.stringify(key)}: ${print(item, inner)}`);
  return `${isList ? "[" : "{"}\n${items.join(",\n")}\n${indent}${isList ? "]" : "}"}`;
}

const shared = Object.fromEntries(Object.keys(layouts).map(layout => [layout, {
  ...(layout !== "village" && { prefixes: layout.startsWith("county") ? letters : townshipLetters }),
  ...(!layout.startsWith("county") && { booths: 1, settings: { helpsUp: true } }),
  windows: windowsOf(layout),
}]));
const head = `// The sample network. Divisions are real; villages are numbered by the sample; layouts, matters, materials,
// days and minutes are illustrative; clerks are nobody. Written by make-network.mjs: change it there and run it again.
// A county hall also has back-office desks (合浦县 12) and kiosks (4); they hold no window, so they are not here.
`;
const text = `${head}${print({ name: "北海市", layouts: shared, matters, clerks, halls })}\n`;
const file = new URL("network.json", here);
if (!process.argv.includes("--check")) writeFileSync(file, text);
else if (readFileSync(file, "utf8") !== text) throw new Error("network.json is not what make-network.mjs writes");
console.log(`${halls.length} halls, ${halls.flatMap(hall => Object.keys(hall.posts)).length} windows, `
  + `${clerks.length} clerks, ${matters.length} matters`);
