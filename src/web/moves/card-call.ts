import type { CardContact } from './card-kept.ts';

/** Working hours by the clock of the device: Monday to Friday from 8 to 18. Outside them the night number comes first. */
export const isDayTime = (at: Date): boolean => at.getDay() > 0 && at.getDay() < 6 && at.getHours() >= 8 && at.getHours() < 18;

/** A number as a telephone takes it. */
export const telOf = (phone: string): string => `tel:${phone.normalize('NFKC').replace(/[^\d+#*]/g, '')}`;

/** Whom to call now, and whom else: those with a number, the one of this hour first. */
export const callOrder = (contacts: readonly CardContact[], at: Date): readonly CardContact[] => {
  const [first, second] = isDayTime(at) ? ['day', 'night'] : ['night', 'day'];
  const found = [first, second].flatMap((role) => contacts.find((c) => c.role === role && c.phone) ?? []);
  return found.filter((c, i) => i === 0 || c.phone !== found[0]?.phone);
};
