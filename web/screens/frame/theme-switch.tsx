import { ActionIcon, type MantineColorScheme, Menu, useMantineColorScheme } from '@mantine/core'
import { IconCheck, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useWords } from '../../words/index.ts'
import { LanguageItems } from './language-items.tsx'

const icons = { light: IconSun, dark: IconMoon, auto: IconDeviceDesktop }
export const themes = ['auto', 'light', 'dark'] as const satisfies readonly MantineColorScheme[]

/** The theme follows the system until the reader chooses, the language the browser; what is chosen is remembered. */
export function ThemeSwitch() {
  const words = useWords()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  return (
    <Menu position="top-end" shadow="sm" width={180}>
      <Menu.Target>
        <ActionIcon aria-label={words('app.theme.change')}>
          <Icon size={16} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{words('app.theme.label')}</Menu.Label>
        {themes.map((name) => (
          <Menu.Item
            key={name}
            onClick={() => setColorScheme(name)}
            rightSection={name === colorScheme && <IconCheck size={14} />}
          >
            {words(`app.theme.${name}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Label>{words('app.language.label')}</Menu.Label>
        <LanguageItems />
      </Menu.Dropdown>
    </Menu>
  )
}
