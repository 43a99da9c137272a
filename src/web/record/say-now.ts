const two = (n: number): string => String(n).padStart(2, '0');

const zoneOf = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** A moment as this device says it: RFC 9557, with its offset and the zone it is set to. */
export const sayMoment = (at: number, zone = zoneOf()): string => {
  const minutes = -new Date(at).getTimezoneOffset();
  const local = new Date(at + minutes * 60_000).toISOString().slice(0, -1);
  const ahead = Math.abs(minutes);
  return `${local}${minutes < 0 ? '-' : '+'}${two(Math.floor(ahead / 60))}:${two(ahead % 60)}[${zone}]`;
};
