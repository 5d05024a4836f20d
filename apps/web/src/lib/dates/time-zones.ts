import type { Language } from '../texts.ts';

/** City in both languages and hours from Moscow. Browsers do not all know the Russian names, so they stand here. */
const ZONES = {
  'Europe/Kaliningrad': { ru: 'Калининград', en: 'Kaliningrad', fromMoscow: -1 },
  'Europe/Moscow': { ru: 'Москва', en: 'Moscow', fromMoscow: 0 },
  'Europe/Samara': { ru: 'Самара', en: 'Samara', fromMoscow: 1 },
  'Asia/Yekaterinburg': { ru: 'Екатеринбург', en: 'Yekaterinburg', fromMoscow: 2 },
  'Asia/Omsk': { ru: 'Омск', en: 'Omsk', fromMoscow: 3 },
  'Asia/Krasnoyarsk': { ru: 'Красноярск', en: 'Krasnoyarsk', fromMoscow: 4 },
  'Asia/Irkutsk': { ru: 'Иркутск', en: 'Irkutsk', fromMoscow: 5 },
  'Asia/Yakutsk': { ru: 'Якутск', en: 'Yakutsk', fromMoscow: 6 },
  'Asia/Vladivostok': { ru: 'Владивосток', en: 'Vladivostok', fromMoscow: 7 },
  'Asia/Magadan': { ru: 'Магадан', en: 'Magadan', fromMoscow: 8 },
  'Asia/Kamchatka': { ru: 'Камчатка', en: 'Kamchatka', fromMoscow: 9 },
} as const;

type Zone = keyof typeof ZONES;

/** The zones of Russian schools, from west to east. */
export const TIME_ZONES = Object.keys(ZONES) as Zone[];

/** «Екатеринбург, МСК+2», as timetables say it; a zone of elsewhere by its own name. */
export function timeZoneInWords(zone: string, language: Language): string {
  const known = TIME_ZONES.find((each) => each === zone);
  if (!known) return zone;
  const { fromMoscow: hours, [language]: city } = ZONES[known];
  const moscow = language === 'ru' ? 'МСК' : 'MSK';
  return `${city}, ${moscow}${hours === 0 ? '' : hours > 0 ? `+${hours}` : `−${-hours}`}`;
}
