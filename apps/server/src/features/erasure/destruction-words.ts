import type { ErasureGround } from '@nastavnik/domain/consents/erasure';
import type { DataGroup } from '@nastavnik/domain/consents/kept-data';

/** Words of the act and the log (DOC-36); documents are Russian. */
export const GROUND_WORDS: Record<ErasureGround, string> = {
  withdrawal: 'отзыв согласия на обработку персональных данных',
  refusal: 'отказ от участия в программе',
  purposeReached: 'цель обработки достигнута',
  unlawful: 'неправомерная обработка',
  demand: 'требование субъекта персональных данных',
};

export const GROUP_WORDS: Partial<Record<DataGroup, string>> = {
  name: 'фамилия, имя, отчество',
  classAndPost: 'класс или должность',
  birthDate: 'дата рождения',
  contacts: 'контакты',
  identityDocument: 'документ, удостоверяющий личность',
  address: 'адрес',
  representation: 'документ о полномочиях представителя',
  nomination: 'предложение об участии',
  request: 'запросы',
  competenceCard: 'карточка умений и достижений',
  preferences: 'пожелания',
  notWithWhom: 'ограничения подбора',
  needsSupport: 'отметка о поддержке',
  interview: 'собеседование',
  clearance: 'отметка о проверке справки',
  training: 'обучение',
  searchIndex: 'поисковый указатель',
  exports: 'следы выгрузок',
  notices: 'уведомления и письма',
  account: 'учётная запись',
};

export const SYSTEM = '«Наставник»';
export const WAY = 'удаление записей из базы данных; вместо имени — случайный код';
export function groupWords(groups: readonly DataGroup[]): string[] {
  return groups.flatMap((group) => GROUP_WORDS[group] ?? []);
}

export function groupsInWords(groups: readonly DataGroup[]): string {
  return groupWords(groups).join(', ');
}
