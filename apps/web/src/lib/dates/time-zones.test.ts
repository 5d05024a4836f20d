import { expect, test } from 'vitest';
import { timeZoneInWords } from './time-zones.ts';

test.each([
  ['Europe/Kaliningrad', 'Калининград, МСК−1'],
  ['Europe/Moscow', 'Москва, МСК'],
  ['Asia/Yekaterinburg', 'Екатеринбург, МСК+2'],
  ['Asia/Kamchatka', 'Петропавловск-Камчатский, МСК+9'],
])('the zone %s is said as %s', (zone, words) => {
  expect(timeZoneInWords(zone, 'ru')).toBe(words);
});

test('in English the city stands for the zone', () => {
  expect(timeZoneInWords('Asia/Omsk', 'en')).toBe('Omsk, MSK+3');
});
