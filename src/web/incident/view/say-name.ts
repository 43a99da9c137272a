import type { IncidentSetting } from '../setting.ts';

/** Says who writes on this device, for this incident and the next ones. False where nothing was written, or it was not kept. */
export const sayName = async (
  { me, record, speak }: Pick<IncidentSetting, 'me' | 'record' | 'speak'>,
  name: string,
  desk = '',
): Promise<boolean> => {
  const [text, at] = [name.trim(), desk.trim()];
  if (text === '') return false;
  await record.setName(text);
  return speak({ kind: 'person.introduced', body: { person: me.actor, name: { text }, ...(at !== '' && { desk: { text: at } }) } });
};
