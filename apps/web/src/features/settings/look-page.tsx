import { Radio, Stack, useMantineColorScheme } from '@mantine/core';
import { keepLanguage } from '../../lib/preferences/language.ts';
import { CONTRASTS, DENSITIES, usePreferences } from '../../lib/preferences/preferences.tsx';
import { LANGUAGES, speak, useLanguage } from '../../lib/texts.ts';
import { SettingsFrame } from './settings-frame.tsx';
import { useSettingsTexts } from './settings-texts.ts';

const SCHEMES = ['auto', 'light', 'dark'] as const;

/** Language, colours, contrast and density: at once, without a button. */
export function LookPage() {
  const say = useSettingsTexts();
  const language = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const { contrast, density, chooseContrast, chooseDensity } = usePreferences();
  return (
    <SettingsFrame lead={say('look.lead')}>
      <Choice
        label={say('look.language')}
        description={say('look.languageHint')}
        value={language}
        options={LANGUAGES.map((value) => ({ value, word: say(`look.language.${value}`) }))}
        onChoose={(chosen) => {
          keepLanguage(chosen);
          void speak(chosen);
        }}
      />
      <Choice
        label={say('look.scheme')}
        value={colorScheme}
        options={SCHEMES.map((value) => ({ value, word: say(`look.scheme.${value}`) }))}
        onChoose={setColorScheme}
      />
      <Choice
        label={say('look.contrast')}
        value={contrast}
        options={CONTRASTS.map((value) => ({ value, word: say(`look.contrast.${value}`) }))}
        onChoose={chooseContrast}
      />
      <Choice
        label={say('look.density')}
        value={density}
        options={DENSITIES.map((value) => ({ value, word: say(`look.density.${value}`) }))}
        onChoose={chooseDensity}
      />
    </SettingsFrame>
  );
}

type ChoiceProps<Value extends string> = {
  label: string;
  description?: string;
  value: Value;
  options: readonly { value: Value; word: string }[];
  onChoose: (value: Value) => void;
};

function Choice<Value extends string>({ label, description, value, options, onChoose }: ChoiceProps<Value>) {
  return (
    <Radio.Group
      label={label}
      {...(description ? { description } : {})}
      value={value}
      onChange={(text) => {
        const chosen = options.find((option) => option.value === text);
        if (chosen) onChoose(chosen.value);
      }}
    >
      <Stack gap="xs" mt="xs">
        {options.map((option) => (
          <Radio key={option.value} value={option.value} label={option.word} />
        ))}
      </Stack>
    </Radio.Group>
  );
}
