import type { Text } from '../knowledge/text.ts';

// Harmless words: a code name tells someone who overhears it nothing about what happened.
const colours: readonly Text[] = [
  { ja: '青い', en: 'Blue' },
  { ja: '白い', en: 'White' },
  { ja: '赤い', en: 'Red' },
  { ja: '黄色い', en: 'Yellow' },
  { ja: '緑の', en: 'Green' },
  { ja: '銀の', en: 'Silver' },
  { ja: '丸い', en: 'Round' },
  { ja: '小さな', en: 'Little' },
  { ja: '大きな', en: 'Big' },
  { ja: '静かな', en: 'Quiet' },
  { ja: '明るい', en: 'Bright' },
  { ja: '古い', en: 'Old' },
  { ja: '新しい', en: 'New' },
  { ja: '遠い', en: 'Far' },
  { ja: '朝の', en: 'Morning' },
  { ja: '秋の', en: 'Autumn' },
];
const things: readonly Text[] = [
  { ja: '傘', en: 'umbrella' },
  { ja: '橋', en: 'bridge' },
  { ja: '机', en: 'desk' },
  { ja: '鉛筆', en: 'pencil' },
  { ja: '帽子', en: 'hat' },
  { ja: '時計', en: 'clock' },
  { ja: '椅子', en: 'chair' },
  { ja: '茶碗', en: 'bowl' },
  { ja: '窓', en: 'window' },
  { ja: '階段', en: 'stairs' },
  { ja: '手帳', en: 'notebook' },
  { ja: '自転車', en: 'bicycle' },
  { ja: '切手', en: 'stamp' },
  { ja: '畑', en: 'field' },
  { ja: '灯台', en: 'lighthouse' },
  { ja: '汽車', en: 'train' },
];

/** The name an incident goes by until people give it another: two plain words read off the random end of its id. */
export const codeNameOf = (incidentId: string): Text => {
  const at = (from: number): number => Number.parseInt(incidentId.slice(from).slice(0, 2), 16) % 16;
  const [colour, thing] = [colours[at(-4)], things[at(-2)]];
  return { ja: `${colour?.ja}${thing?.ja}`, en: `${colour?.en} ${thing?.en}` };
};
