type Gender = 'male' | 'female' | 'unknown'

const genders: Record<Gender, string> = { male: '男', female: '女', unknown: '' }

/** 「女 68」 for a list row; what is unknown is left out. */
export const genderAndAge = (gender: Gender, age: number | null): string =>
  [genders[gender], age === null ? '' : String(age)].filter(Boolean).join(' ')

/** 「女 68 岁 · 2014 年确诊 · 胰岛素」 for a patient's page; what is unknown is left out. */
export const personLine = (person: {
  gender: Gender
  age: number | null
  diagnosisYear: number | null
  therapy: string | null
}): string => {
  const who = genderAndAge(person.gender, person.age)
  return [
    who === '' ? '' : person.age === null ? who : `${who} 岁`,
    person.diagnosisYear === null ? '' : `${person.diagnosisYear} 年确诊`,
    person.therapy ?? '',
  ]
    .filter(Boolean)
    .join(' · ')
}
