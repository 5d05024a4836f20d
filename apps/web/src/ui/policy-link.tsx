import { Anchor } from '@mantine/core';
import { useSession } from '../lib/session.ts';
import { TextLink } from './links.tsx';
import { useUiTexts } from './ui-texts.ts';

/** RULE-41: the school's policy of processing, wherever something is asked of a person: its own page, or the text kept here. */
export function PolicyLink({ tenantId }: { tenantId?: string }) {
  const say = useUiTexts();
  const { active, policy } = useSession();
  const of = tenantId ?? active?.tenantId;
  if (of === active?.tenantId && policy?.url) {
    return (
      <Anchor href={policy.url} target="_blank" rel="noreferrer" size="sm">
        {say('policy')}
      </Anchor>
    );
  }
  if (!of) {
    return (
      <TextLink to="/policy" size="sm">
        {say('policy')}
      </TextLink>
    );
  }
  return (
    <TextLink to="/policy/$tenantId" params={{ tenantId: of }} {...(tenantId ? { target: '_blank' } : {})} size="sm">
      {say('policy')}
    </TextLink>
  );
}
