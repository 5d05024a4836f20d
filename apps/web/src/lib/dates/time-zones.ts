import type { Language } from '../texts.ts';

/** The zones of Russian schools. */
export const TIME_ZONES = [
  'Europe/Kaliningrad',
  'Europe/Moscow',
  'Europe/Samara',
  'Asia/Yekaterinburg',
  'Asia/Omsk',
  'Asia/Krasnoyarsk',
  'Asia/Irkutsk',
  'Asia/Yakutsk',
  'Asia/Vladivostok',
  'Asia/Magadan',
  'Asia/Kamchatka',
] as const;

const MOSCOW_HOURS = 3;
/** None of these zones changes its clocks in the year, so any moment tells their offset. */
const ANY_MOMENT = new Date('2026-01-01T00:00:00Z');

/** «Екатеринбург, МСК+2»: the city and how far it is from Moscow, as timetables say it. */
export function timeZoneInWords(zone: string, language: Language): string {
  const city = language === 'ru' ? part(zone, 'ru', 'shortGeneric') : (zone.split('/').at(-1) ?? zone);
  const hours = Number(/GMT([+-]\d+)/.exec(part(zone, 'en', 'shortOffset'))?.[1] ?? 0) - MOSCOW_HOURS;
  const moscow = language === 'ru' ? 'МСК' : 'MSK';
  return `${city}, ${moscow}${hours === 0 ? '' : hours > 0 ? `+${hours}` : `−${-hours}`}`;
}

function part(zone: string, language: Language, name: 'shortGeneric' | 'shortOffset'): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: name });
  return format.formatToParts(ANY_MOMENT).find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}
