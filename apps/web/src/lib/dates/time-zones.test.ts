import { expect, test } from 'vitest';
import { TIME_ZONES, timeZoneInWords } from './time-zones.ts';

test.each([
  ['Europe/Kaliningrad', 'Калининград, МСК−1'],
  ['Europe/Moscow', 'Москва, МСК'],
  ['Asia/Yekaterinburg', 'Екатеринбург, МСК+2'],
])('the zone %s is said as %s', (zone, words) => {
  expect(timeZoneInWords(zone, 'ru')).toBe(words);
});

test('in English the city stands for the zone, and a zone of elsewhere for itself', () => {
  expect(timeZoneInWords('Asia/Omsk', 'en')).toBe('Omsk, MSK+3');
  expect(timeZoneInWords('Europe/Minsk', 'ru')).toBe('Europe/Minsk');
});

test('the hours from Moscow are those of the world’s table of zones', () => {
  const hours = (zone: string) => {
    const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'shortOffset' }).formatToParts();
    return Number(/GMT([+-]\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '')?.[1]);
  };
  for (const zone of TIME_ZONES) {
    const said = Number(/MSK(.*)/.exec(timeZoneInWords(zone, 'en'))?.[1]?.replace('−', '-') || 0);
    expect(said, zone).toBe(hours(zone) - hours('Europe/Moscow'));
  }
});
