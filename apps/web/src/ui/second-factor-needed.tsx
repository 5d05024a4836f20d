import { RefusalError } from '../lib/api/failures.ts';
import { EmptyState } from './empty-state.tsx';
import { IconShield } from './icons.ts';
import { ButtonLink } from './links.tsx';
import { useUiTexts } from './ui-texts.ts';

/** RULE-33: whoever sees many people's data signs in with a code of the phone as well. Stands in place of the data. */
export function SecondFactorNeeded() {
  const say = useUiTexts();
  return (
    <EmptyState
      icon={IconShield}
      title={say('secondFactor.title')}
      action={<ButtonLink to="/account">{say('secondFactor.go')}</ButtonLink>}
    >
      {say('secondFactor.text')}
    </EmptyState>
  );
}

/** Whether the answer was no only because the second step is off. */
export function asksSecondFactor(error: unknown): boolean {
  return error instanceof RefusalError && error.code === 'session.second-factor-required';
}
