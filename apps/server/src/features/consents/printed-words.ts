import type { PlainDate } from '@nastavnik/domain/calendar/plain-date';
import type { SignerSide } from '@nastavnik/domain/consents/consent-kinds';
import type { RepresentationKind, SigningGroup } from '@nastavnik/domain/consents/signing-facts';

/** Words of the official document; documents are Russian. */
export const KIND_WORDS: Record<RepresentationKind, string> = {
  mother: 'мать',
  father: 'отец',
  adoptiveParent: 'усыновитель',
  guardian: 'опекун',
  trustee: 'попечитель',
  authority: 'орган опеки и попечительства',
};

export const IDENTITY_WORDS: Readonly<Record<string, string>> = {
  passport: 'паспорт гражданина РФ',
  birthCertificate: 'свидетельство о рождении',
  foreignPassport: 'паспорт иностранного гражданина',
  residencePermit: 'вид на жительство',
  other: 'документ',
};

export const ROLE_WORDS: Readonly<Record<string, string>> = { mentor: 'наставник', mentee: 'наставляемый' };

export function signerWords(side: SignerSide, group: SigningGroup | null): string {
  if (side === 'representative') return 'законный представитель';
  if (side === 'guardian') return 'опекун';
  if (side === 'employer') return 'работодатель';
  if (group === 'employee') return 'работник';
  return group === 'underFourteen' || group === 'fourteenToSeventeen' ? 'обучающийся' : 'субъект персональных данных';
}

/** «паспорт гражданина РФ 00 00 000000, выдан 01.02.2020, ОВД г. Приозёрска». */
export function documentWords(document: {
  readonly kind: string;
  readonly number: string | null;
  readonly on: PlainDate | null;
  readonly issuer: string | null;
}): string {
  const { kind, number, on, issuer } = document;
  const issued = [on && dayWords(on), issuer].filter(Boolean).join(', ');
  return [[kind, number].filter(Boolean).join(' '), issued && `выдан ${issued}`].filter(Boolean).join(', ');
}

/** «свидетельство о рождении № I-ИК 000000 от 03.04.2013». */
export function authorityWords(kind: string, number: string | null, on: PlainDate | null): string {
  return [kind, number && `№ ${number}`, on && `от ${dayWords(on)}`].filter(Boolean).join(' ');
}

export function dayWords(day: PlainDate): string {
  return `${day.slice(8)}.${day.slice(5, 7)}.${day.slice(0, 4)}`;
}
