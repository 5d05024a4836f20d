import { Group, Stack, Text } from '@mantine/core';
import type { ConsentTemplateView } from '@nastavnik/contracts/consent-templates';
import { can } from '@nastavnik/domain/access/can';
import { CONSENT_KINDS } from '@nastavnik/domain/consents/consent-kinds';
import { useQuery } from '@tanstack/react-query';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { useSession } from '../../lib/session.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { OperatorForm } from './operator-form.tsx';
import { operatorQuery, templatesQuery } from './templates.api.ts';
import classes from './templates.module.css';
import { useTemplatesTexts } from './templates-texts.ts';

/** By whom and by which words consents are asked for. */
export function TemplatesPage() {
  const say = useTemplatesTexts();
  const words = usePeopleWords();
  const seesPolicy = can({ roles: useSession().active?.roles ?? [] }, 'policy.see');
  const operator = useQuery(operatorQuery);
  const { data, error, refetch } = useQuery(templatesQuery);
  const kinds = CONSENT_KINDS.filter((kind) => data?.templates.some(({ template }) => template.kind === kind));
  return (
    <Page title={say('title')} lead={say('lead')} width="measure">
      <SettingsTabs />
      {operator.error && <RefusalMessage error={operator.error} again={() => void operator.refetch()} />}
      {operator.data && <OperatorForm key={operator.dataUpdatedAt} operator={operator.data} />}
      {error && !operator.error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && (
        <Section title={say('list')} lead={say('listLead')}>
          <Stack gap="md">
            {kinds.map((kind) => (
              <div key={kind}>
                <Text fw={600}>{words(`kind.${kind}`)}</Text>
                <ul className={classes['list']}>
                  {data.templates
                    .filter(({ template }) => template.kind === kind)
                    .map((view) => (
                      <TemplateRow key={view.id} view={view} />
                    ))}
                </ul>
              </div>
            ))}
          </Stack>
        </Section>
      )}
      <Section title={say('more')}>
        <Stack gap="xs" align="flex-start">
          <TextLink to="/settings/consents/places">{say('more.places')}</TextLink>
          {seesPolicy && <TextLink to="/settings/consents/policy">{say('more.policy')}</TextLink>}
        </Stack>
      </Section>
    </Page>
  );
}

function TemplateRow({ view }: { view: Omit<ConsentTemplateView, 'versions'> }) {
  const say = useTemplatesTexts();
  const { template } = view;
  return (
    <li className={classes['row']}>
      <div>
        <TextLink to="/settings/consents/$templateId" params={{ templateId: view.id }}>
          {say(`audience.${template.audience}`)}
        </TextLink>
        <Text size="sm" c="dimmed">
          {view.shipped
            ? say('shipped')
            : say('edited', { version: template.version, by: view.editedBy ?? say('somebody') })}
        </Text>
      </div>
      <Group gap="xs">
        {view.outreached > 0 && <StateBadge tone="soon">{say('outreached', { count: view.outreached })}</StateBadge>}
        {view.faults.length > 0 ? (
          <StateBadge tone="late">{say('faults', { count: view.faults.length })}</StateBadge>
        ) : (
          <StateBadge tone="done">{say('ready')}</StateBadge>
        )}
      </Group>
    </li>
  );
}
