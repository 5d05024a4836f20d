import { Checkbox, Group, NativeSelect, NumberInput, Stack, Textarea, TextInput } from '@mantine/core';
import type { ConsentTemplateShape } from '@nastavnik/contracts/consent-templates';
import { Section } from '../../ui/section.tsx';
import { FaultsAt } from './faults.tsx';
import { ListEditor } from './list-editor.tsx';
import { useTemplatesTexts } from './templates-texts.ts';

type FieldsProps = {
  template: ConsentTemplateShape;
  readOnly: boolean;
  onChange: (change: Partial<ConsentTemplateShape>) => void;
};

const CATEGORIES = ['general', 'special', 'biometric'] as const;
const GETS = ['aggregates', 'data', 'instruction'] as const;
const TERMS = ['cycleEnd', 'event', 'date'] as const;
/** Consents to something other than data have no list of data (RULE-02). */
const WITHOUT_DATA = ['participation', 'mentoringDuty'];

const own = () => `own:${crypto.randomUUID().slice(0, 8)}`;

/** The scope: what is wider here asks for new signatures (RULE-13). */
export function ScopeFields({ template, readOnly, onChange }: FieldsProps) {
  const say = useTemplatesTexts();
  const hasData = !WITHOUT_DATA.includes(template.kind);
  return (
    <Section title={say('scope.title')} lead={say('scope.lead')}>
      <Stack gap="lg">
        <ListEditor
          title={say('field.purposes')}
          hint={say('scope.purposesHint')}
          field="purposes"
          items={template.purposes}
          readOnly={readOnly}
          addWord={say('scope.addPurpose')}
          empty={() => ({ code: own(), text: '', required: false })}
          onChange={(purposes) => onChange({ purposes })}
        >
          {(purpose, set, place) => (
            <>
              <Textarea
                aria-label={say('scope.purpose')}
                readOnly={readOnly}
                autosize
                value={purpose.text}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
              <Checkbox
                label={say('scope.required')}
                disabled={readOnly}
                checked={purpose.required}
                onChange={(event) => set({ required: event.currentTarget.checked })}
              />
              <FaultsAt field={`${place}.text`} />
            </>
          )}
        </ListEditor>
        {hasData && (
          <ListEditor
            title={say('field.dataItems')}
            hint={say('scope.dataHint')}
            field="dataItems"
            items={template.dataItems}
            readOnly={readOnly}
            addWord={say('scope.addData')}
            empty={() => ({ code: own(), text: '', category: 'general' as const })}
            onChange={(dataItems) => onChange({ dataItems })}
          >
            {(item, set, place) => (
              <>
                <Textarea
                  aria-label={say('scope.dataItem')}
                  readOnly={readOnly}
                  autosize
                  value={item.text}
                  onChange={(event) => set({ text: event.currentTarget.value })}
                />
                <NativeSelect
                  aria-label={say('scope.category')}
                  disabled={readOnly}
                  value={item.category}
                  data={CATEGORIES.map((each) => ({ value: each, label: say(`category.${each}`) }))}
                  onChange={(event) =>
                    set({ category: CATEGORIES.find((each) => each === event.currentTarget.value) ?? 'general' })
                  }
                />
                <FaultsAt field={`${place}.text`} />
                <FaultsAt field={`${place}.category`} />
              </>
            )}
          </ListEditor>
        )}
        {hasData && template.kind !== 'dissemination' && (
          <>
            <ListEditor
              title={say('field.actions')}
              field="actions"
              items={template.actions.map((text) => ({ text }))}
              readOnly={readOnly}
              addWord={say('scope.addAction')}
              empty={() => ({ text: '' })}
              onChange={(actions) => onChange({ actions: actions.map(({ text }) => text) })}
            >
              {(action, set) => (
                <TextInput
                  aria-label={say('scope.action')}
                  readOnly={readOnly}
                  value={action.text}
                  onChange={(event) => set({ text: event.currentTarget.value })}
                />
              )}
            </ListEditor>
            <Receivers template={template} readOnly={readOnly} onChange={onChange} />
          </>
        )}
        {template.kind === 'dissemination' && <Resources template={template} readOnly={readOnly} onChange={onChange} />}
        <Term template={template} readOnly={readOnly} onChange={onChange} />
      </Stack>
    </Section>
  );
}

function Receivers({ template, readOnly, onChange }: FieldsProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.receivers')}
      hint={say('scope.receiversHint')}
      field="receivers"
      items={template.receivers}
      readOnly={readOnly}
      addWord={say('scope.addReceiver')}
      empty={() => ({ name: '', address: '', gets: 'aggregates' as const })}
      onChange={(receivers) => onChange({ receivers })}
    >
      {(receiver, set, place) => (
        <>
          <TextInput
            label={say('scope.receiver')}
            readOnly={readOnly}
            value={receiver.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <FaultsAt field={`${place}.name`} />
          <TextInput
            label={say('scope.address')}
            readOnly={readOnly}
            value={receiver.address}
            onChange={(event) => set({ address: event.currentTarget.value })}
          />
          <FaultsAt field={`${place}.address`} />
          <NativeSelect
            label={say('scope.gets')}
            disabled={readOnly}
            value={receiver.gets}
            data={GETS.map((each) => ({ value: each, label: say(`gets.${each}`) }))}
            onChange={(event) => set({ gets: GETS.find((each) => each === event.currentTarget.value) ?? 'aggregates' })}
          />
        </>
      )}
    </ListEditor>
  );
}

function Resources({ template, readOnly, onChange }: FieldsProps) {
  const say = useTemplatesTexts();
  return (
    <ListEditor
      title={say('field.resources')}
      hint={say('scope.resourcesHint')}
      field="resources"
      items={template.resources}
      readOnly={readOnly}
      addWord={say('scope.addResource')}
      empty={() => ({ id: own(), name: '', address: '', owner: '', country: 'RU' })}
      onChange={(resources) => onChange({ resources })}
    >
      {(resource, set, place) => (
        <>
          {(['name', 'address', 'owner', 'country'] as const).map((field) => (
            <div key={field}>
              <TextInput
                label={say(`resource.${field}`)}
                readOnly={readOnly}
                maxLength={field === 'country' ? 2 : 1000}
                value={resource[field]}
                onChange={(event) => set({ [field]: event.currentTarget.value })}
              />
              <FaultsAt field={`${place}.${field}`} />
            </div>
          ))}
        </>
      )}
    </ListEditor>
  );
}

function Term({ template, readOnly, onChange }: FieldsProps) {
  const say = useTemplatesTexts();
  const term = template.term ?? { kind: 'cycleEnd' as const, yearsAfter: 3, text: '' };
  const set = (change: Partial<typeof term>) => onChange({ term: { ...term, ...change } });
  return (
    <Stack gap={4} role="group" aria-label={say('field.term')}>
      <Group gap="md" align="flex-end">
        <NativeSelect
          label={say('field.term')}
          disabled={readOnly}
          value={term.kind}
          data={TERMS.map((each) => ({ value: each, label: say(`term.${each}`) }))}
          onChange={(event) => set({ kind: TERMS.find((each) => each === event.currentTarget.value) ?? 'cycleEnd' })}
        />
        {term.kind === 'cycleEnd' && (
          <NumberInput
            label={say('term.years')}
            readOnly={readOnly}
            min={0}
            max={100}
            w="8rem"
            value={term.yearsAfter}
            onChange={(years) => set({ yearsAfter: Number(years) || 0 })}
          />
        )}
      </Group>
      <TextInput
        label={say('term.text')}
        description={say('term.hint')}
        readOnly={readOnly}
        maxLength={1000}
        value={term.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <FaultsAt field="term" />
      <FaultsAt field="processing" />
    </Stack>
  );
}
