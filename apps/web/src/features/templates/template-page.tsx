import { Button, Group, List, Stack, Text } from '@mantine/core';
import type { ConsentTemplateShape, ConsentTemplateView } from '@nastavnik/contracts/consent-templates';
import type { ConsentTemplate } from '@nastavnik/domain/consents/consent-template';
import { lintTemplate } from '@nastavnik/domain/consents/lint-template';
import { type ScopeChange, scopeChanges } from '@nastavnik/domain/consents/scope-change';
import { templateWarnings } from '@nastavnik/domain/consents/template-warnings';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { momentInWords } from '../../lib/dates/dates.ts';
import { usePeopleWords } from '../../lib/people-words/people-words.ts';
import { resourcesQuery } from '../../lib/resources/resources.api.ts';
import { useLanguage } from '../../lib/texts.ts';
import { IconBack } from '../../ui/icons.ts';
import { ButtonLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { FaultsContext } from './faults.tsx';
import { isOf } from './part.tsx';
import { ScopeFields } from './scope-fields.tsx';
import { templateQuery, useSaveTemplate } from './templates.api.ts';
import classes from './templates.module.css';
import { useTemplatesTexts } from './templates-texts.ts';
import { WordingFields } from './wording-fields.tsx';

/** One wording: what is written, what it gives the school, and what a change of it means for those who signed. */
export function TemplatePage() {
  const say = useTemplatesTexts();
  const words = usePeopleWords();
  const { templateId } = useParams({ from: '/inside/settings/consents/$templateId' });
  const { data, error, refetch } = useQuery(templateQuery(templateId));
  return (
    <Page
      title={data ? words(`kind.${data.template.kind}`) : say('title')}
      lead={data && say(`audience.${data.template.audience}`)}
      width="measure"
      actions={
        <ButtonLink to="/settings/consents" variant="default" leftSection={<IconBack size={18} aria-hidden />}>
          {say('back')}
        </ButtonLink>
      }
    >
      <SettingsTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <Editor key={data.id} view={data} />}
    </Page>
  );
}

/** The wire knows a code as any text; the rules know which are ours. */
const ruled = (template: ConsentTemplateShape) => template as ConsentTemplate;

const PARTS = ['title', 'blocks', 'withdrawal', 'purposes', 'dataItems', 'actions', 'receivers', 'resources', 'term'];

/** What the save asks of people, in one line of the bar. */
function meaning(changes: readonly ScopeChange[]): 'change.isWider' | 'change.isWording' {
  return changes.some(({ direction }) => direction === 'wider') ? 'change.isWider' : 'change.isWording';
}

function Editor({ view }: { view: ConsentTemplateView }) {
  const say = useTemplatesTexts();
  const navigate = useNavigate();
  const [template, setTemplate] = useState(view.template);
  const save = useSaveTemplate(view.id);
  const { data: catalogue } = useQuery(resourcesQuery);
  const faults = useMemo(() => {
    const allowed = (catalogue?.resources ?? []).filter(({ state }) => state === 'allowed');
    return lintTemplate(
      ruled(template),
      allowed.map(({ address }) => address),
    );
  }, [template, catalogue]);
  const remarks = useMemo(() => [...faults, ...templateWarnings(ruled(template))], [faults, template]);
  const changes = useMemo(() => scopeChanges(ruled(view.template), ruled(template)), [view.template, template]);
  const changed = JSON.stringify(template) !== JSON.stringify(view.template);
  // What needs a mend stands open; the rest is an outline.
  const [open, setOpen] = useState(() => PARTS.filter((part) => remarks.some(({ field }) => isOf([part], field))));
  const fields = {
    template,
    readOnly: !view.may.edit,
    open,
    onOpen: setOpen,
    onChange: (change: Partial<ConsentTemplateShape>) => setTemplate({ ...template, ...change }),
  };
  return (
    <FaultsContext value={remarks}>
      {view.outreached > 0 && <Text>{say('outreachedText', { count: view.outreached })}</Text>}
      <WordingFields {...fields} />
      <ScopeFields {...fields} />
      <Versions view={view} />
      {changed && (
        <Section title={say('change.title')}>
          <Changes changes={changes} />
        </Section>
      )}
      <div className={classes['bar']}>
        <RefusalMessage error={save.error} />
        <Group gap="xs" justify="space-between">
          <div role="status">
            {remarks.length > 0 ? (
              <StateBadge tone="late">{say('faults', { count: remarks.length })}</StateBadge>
            ) : (
              <StateBadge tone={changed ? 'soon' : 'done'}>{say(changed ? meaning(changes) : 'ready')}</StateBadge>
            )}
          </div>
          {view.may.edit && changed && (
            <Group gap="xs" className={classes['acts'] ?? ''}>
              <Button variant="default" onClick={() => setTemplate(view.template)}>
                {say('save.back')}
              </Button>
              <Button
                disabled={faults.length > 0}
                loading={save.isPending}
                onClick={() =>
                  save.mutate(
                    { version: view.template.version, template },
                    {
                      onSuccess: ({ id, template: saved }) => {
                        toldAbout(say('save.done', { version: saved.version }));
                        void navigate({
                          to: '/settings/consents/$templateId',
                          params: { templateId: id },
                          replace: true,
                        });
                      },
                    },
                  )
                }
              >
                {say('save.go')}
              </Button>
            </Group>
          )}
        </Group>
      </div>
    </FaultsContext>
  );
}

/** RULE-13, said before it is saved: what is wider asks for new signatures. */
function Changes({ changes }: { changes: readonly ScopeChange[] }) {
  const say = useTemplatesTexts();
  const wider = changes.filter(({ direction }) => direction === 'wider');
  const narrower = changes.filter(({ direction }) => direction === 'narrower');
  if (changes.length === 0) return <Text>{say('change.wording')}</Text>;
  const lines = (some: readonly ScopeChange[]) => (
    <List size="sm">
      {some.map(({ field, what }) => (
        <List.Item key={`${field} ${what}`}>
          {say(`field.${field}`)}: {what}
        </List.Item>
      ))}
    </List>
  );
  return (
    <Stack gap="xs" role="status">
      {wider.length > 0 && (
        <div>
          <Text fw={600}>{say('change.wider')}</Text>
          {lines(wider)}
          <Text size="sm">{say('change.widerMeans')}</Text>
        </div>
      )}
      {narrower.length > 0 && (
        <div>
          <Text fw={600}>{say('change.narrower')}</Text>
          {lines(narrower)}
        </div>
      )}
    </Stack>
  );
}

function Versions({ view }: { view: ConsentTemplateView }) {
  const say = useTemplatesTexts();
  const language = useLanguage();
  if (view.versions.length < 2) return null;
  return (
    <Section title={say('versions')}>
      <List>
        {view.versions.map(({ id, version, createdAt }) => (
          <List.Item key={id}>{say('version', { version, moment: momentInWords(createdAt, language) })}</List.Item>
        ))}
      </List>
    </Section>
  );
}
