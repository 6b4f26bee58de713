import type { LifeName } from './lives.ts'

/** A driving school of the sample. */
export interface School {
  id: string
  name: string
  canton: string
  plan: 'starter' | 'pro' | 'enterprise'
  people: number
  life: LifeName
}

type Row = [name: string, canton: string, plan: School['plan'], people: number, life: LifeName]

const rows: Row[] = [
  ['Fahrschule Aaretal', 'BE', 'pro', 7, 'champion'],
  ['Auto-école du Léman', 'VD', 'enterprise', 11, 'champion'],
  ['Fahrschule Seeblick', 'ZH', 'enterprise', 12, 'champion'],
  ['Auto-école Jura', 'JU', 'pro', 5, 'champion'],
  ['Fahrschule Rheinsprung', 'BS', 'pro', 6, 'champion'],
  ['Fahrschule Pilatus', 'LU', 'pro', 6, 'healthy'],
  ['Scuola guida Ceresio', 'TI', 'starter', 4, 'healthy'],
  ['Auto-école des Alpes', 'VS', 'pro', 5, 'healthy'],
  ['Fahrschule Munot', 'SH', 'starter', 4, 'healthy'],
  ['Fahrschule Säntis', 'SG', 'pro', 6, 'healthy'],
  ['Auto-école Sarine', 'FR', 'pro', 5, 'healthy'],
  ['Fahrschule Limmat', 'ZH', 'enterprise', 9, 'healthy'],
  ['Auto-école Carouge', 'GE', 'pro', 6, 'healthy'],
  ['Fahrschule Rigi', 'SZ', 'starter', 3, 'healthy'],
  ['Fahrschule Thurland', 'TG', 'starter', 4, 'outgrowing'],
  ['Auto-école Chasseral', 'NE', 'starter', 5, 'outgrowing'],
  ['Fahrschule Emme', 'BE', 'pro', 5, 'usage drop'],
  ['Fahrschule Gotthard', 'UR', 'starter', 3, 'usage drop'],
  ['Auto-école Rive Gauche', 'GE', 'pro', 6, 'usage drop'],
  ['Fahrschule Zugersee', 'ZG', 'pro', 5, 'payment failed'],
  ['Auto-école La Gruyère', 'FR', 'starter', 4, 'payment failed'],
  ['Fahrschule Engadin', 'GR', 'starter', 3, 'payment failed'],
  ['Fahrschule Aargau West', 'AG', 'pro', 5, 'gone quiet'],
  ['Scuola guida Verzasca', 'TI', 'starter', 3, 'gone quiet'],
  ['Fahrschule Glärnisch', 'GL', 'starter', 3, 'gone quiet'],
  ['Auto-école Broye', 'VD', 'starter', 3, 'stalled in onboarding'],
  ['Fahrschule Baselbiet', 'BL', 'pro', 4, 'stalled in onboarding'],
  ['Fahrschule Alpstein', 'AR', 'starter', 3, 'stalled in onboarding'],
  ['Fahrschule Obwald', 'OW', 'starter', 3, 'just signed up'],
  ['Auto-école du Rhône', 'VS', 'pro', 4, 'just signed up'],
  ['Fahrschule Sihl', 'ZH', 'starter', 3, 'just signed up'],
]

/** The sample schools. Their names are made up. */
export const schools: School[] = rows.map(([name, canton, plan, people, life]) => ({
  id: name
    .normalize('NFD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9 -]/g, '')
    .replaceAll(' ', '-'),
  name,
  canton,
  plan,
  people,
  life,
}))
