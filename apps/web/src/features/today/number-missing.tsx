import { Text } from '@mantine/core';
import { TextLink } from '../../ui/links.tsx';
import { Section } from '../../ui/section.tsx';
import { useTodayTexts } from './today-texts.ts';

/** RULE-41, said once, here, to those who answer for it: the notice comes before the first consent. */
export function NumberMissing() {
  const say = useTodayTexts();
  return (
    <Section title={say('registry.title')}>
      <Text>
        {say('registry.text')} <TextLink to="/settings/consents/policy">{say('registry.act')}</TextLink>
      </Text>
    </Section>
  );
}
