import type { Language } from '../text/language.ts'

export const english: Language = {
  stopWords:
    'a an the and or but if then than so of at by for with about to from in on into onto off over under up down out is am are was were be been being do does did doing done have has had having i me my mine we us our ours you your yours he him his she her it its they them their this that these those there here what which who whom whose when where why how can could should would will shall may might must not no nor only own same too very just also as any some such each all both more most other again once because while during before after until between through s t d ll m re ve don dont didnt doesnt isnt arent wasnt werent wont wouldnt couldnt shouldnt hasnt havent cant cannot im ive id please help want need like get got getting make let hi hello thanks thank',
  weakWords:
    'lot lots many much people person someone somebody anyone everybody thing things stuff something anything everything nothing come coming came go goes going gone went take taking took taken give giving gave given put bring keep keeping kept use using used try trying tried see seeing seen saw look looking know known tell told say said ask asked think thought find found work working seem happen happening happened become mean start begin leave left call called show showing new old good bad big small great long short high low right wrong different same another every always never still already yet ever often sometimes now today tomorrow yesterday day time week month year first last next second possible able sure maybe actually really quite even back away together without instead around near else elsewhere several few less least enough best better way place part case point kind question understand wonder follow correct correctly proper properly inside outside across along among per via',
  numbers: 'zero one two three four five six seven eight nine ten',
  endings: [
    'ss>ss us>us is>is ies>y/2 xes>x ches>ch shes>sh zes>z s',
    'ied>y/2 eed>eed/1 bed>bed/1 ed ing',
    'e',
    'y>i/2 iz>is yz>ys our>or ogu>og enc>ens',
  ],
  familyEndings:
    'ization isation ification ational ication abiliti ibiliti iveness fulness ousness ation ition ator ating ance ence ancy ency anc ens ment ness able abl ably ibl ity iti ive iv ion ship ful les ous al er or ary ory li ic at iz is ifi if i',
}
