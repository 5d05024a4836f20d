import { Button, Group, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import type { PolicySettings } from '@nastavnik/contracts/policy';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../lib/session.ts';
import { TextLink } from '../../ui/links.tsx';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalMessage } from '../../ui/refusal-message.tsx';
import { Section } from '../../ui/section.tsx';
import { SettingsTabs } from '../../ui/settings-tabs.tsx';
import { StateBadge } from '../../ui/state-badge.tsx';
import { toldAbout } from '../../ui/toast.tsx';
import { policyQuery, useSavePolicy } from './policy.api.ts';
import { usePolicyTexts } from './policy-texts.ts';

/** RULE-41: the number of the notice, and where the policy stands. */
export function PolicySettingsPage() {
  const say = usePolicyTexts();
  const { data, error, refetch } = useQuery(policyQuery);
  return (
    <Page title={say('title')} lead={say('settings.lead')} width="measure">
      <SettingsTabs />
      {error && <RefusalMessage error={error} again={() => void refetch()} />}
      {!data && !error && <Loading />}
      {data && <PolicyForm key={JSON.stringify(data)} known={data} />}
    </Page>
  );
}

function PolicyForm({ known }: { known: PolicySettings }) {
  const say = usePolicyTexts();
  const save = useSavePolicy();
  const { active } = useSession();
  const [number, setNumber] = useState(known.rknRegistryNumber ?? '');
  const [place, setPlace] = useState<'site' | 'here'>(known.url === null ? 'here' : 'site');
  const [url, setUrl] = useState(known.url ?? '');
  const [text, setText] = useState(known.text);
  const readOnly = !known.may.edit;
  const urlWrong = place === 'site' && !/^https:\/\/[^\s/]+\.[^\s/]+/.test(url);
  const isShipped = known.shipped && text === known.text;
  const send = (words: string | null) =>
    save.mutate(
      { rknRegistryNumber: number.trim() || null, url: place === 'site' ? url.trim() : null, text: words },
      { onSuccess: () => toldAbout(say('saved')) },
    );
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (!urlWrong) send(isShipped ? null : text);
      }}
    >
      <Stack gap="xl">
        <Section title={say('registry.title')}>
          <Stack gap="sm">
            <div>
              <StateBadge tone={known.rknRegistryNumber ? 'done' : 'soon'}>
                {say(known.rknRegistryNumber ? 'registry.known' : 'registry.missing')}
              </StateBadge>
            </div>
            {!known.rknRegistryNumber && <Text>{say('registry.missingText')}</Text>}
            <TextInput
              label={say('registry.number')}
              description={say('registry.hint')}
              maxLength={50}
              readOnly={readOnly}
              value={number}
              onChange={(event) => setNumber(event.currentTarget.value)}
            />
          </Stack>
        </Section>
        <Section title={say('policy.title')}>
          <Stack gap="md">
            <Radio.Group
              aria-label={say('policy.title')}
              value={place}
              onChange={(to) => setPlace(to === 'site' ? 'site' : 'here')}
            >
              <Stack gap="xs">
                <Radio value="site" disabled={readOnly} label={say('policy.onSite')} />
                <Radio value="here" disabled={readOnly} label={say('policy.here')} />
              </Stack>
            </Radio.Group>
            {place === 'site' && (
              <TextInput
                label={say('policy.url')}
                description={say('policy.urlHint')}
                type="url"
                placeholder="https://"
                maxLength={500}
                readOnly={readOnly}
                error={url !== '' && urlWrong ? say('policy.urlWrong') : undefined}
                value={url}
                onChange={(event) => setUrl(event.currentTarget.value)}
              />
            )}
            {place === 'here' && (
              <>
                <Text>{say(isShipped ? 'policy.shipped' : 'policy.own')}</Text>
                <Textarea
                  label={say('policy.text')}
                  autosize
                  minRows={8}
                  maxRows={24}
                  maxLength={30_000}
                  readOnly={readOnly}
                  value={text}
                  onChange={(event) => setText(event.currentTarget.value)}
                />
              </>
            )}
            {active && (
              <TextLink to="/policy/$tenantId" params={{ tenantId: active.tenantId }} target="_blank">
                {say('policy.open')}
              </TextLink>
            )}
          </Stack>
        </Section>
        <RefusalMessage error={save.error} />
        {known.may.edit && (
          <Group gap="xs">
            <Button type="submit" loading={save.isPending} disabled={urlWrong}>
              {say('save')}
            </Button>
            {place === 'here' && !known.shipped && (
              <Button variant="default" onClick={() => send(null)}>
                {say('policy.restore')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </form>
  );
}
