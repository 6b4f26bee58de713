import type { Language } from '../text/language.ts'

export const spanish: Language = {
  stopWords:
    'a al algo ante como con cual cuando de del desde donde e el ella ellas ellos en entre era eres es esa esas ese eso esos esta estas este esto estos estoy ha han has hasta hay he la las le les lo los me mi mis mas muy nada ni no nos nosotros o os para pero por porque pues que quien se sea ser si sin sobre solo son soy su sus tambien te tengo tiene tienen todo toda todos todas tu tus un una uno unos unas y ya yo puedo puede pueden podria hacer hago hace debo debe quiero quisiera necesito ayuda hola gracias favor',
  weakWords:
    'cosa cosas gente persona alguien mucho mucha muchos muchas poco varios otro otra otros otras nuevo nueva nuevos viejo bueno buena malo mala grande pequeno largo primero primera ultimo ultima proximo dia dias tiempo vez veces semana mes ano ahora siempre nunca todavia ayer hoy manana ir voy va venir viene poner pongo tomar dar doy encontrar encuentro ver veo saber se decir dice preguntar usar uso utilizar funcionar funciona funcionan pasar pasa intentar intento posible correctamente manera forma parte caso punto pregunta',
  numbers: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez',
  endings: ['ces>z ss>ss us>us is>is es s', 'iendo ando iendose aron ieron ado ada ido ida ar er ir o a e'],
  familyEndings:
    'izacion ificacion acion icion cion amient imient ment able ible abl ibl idad iv ador edor idor or ar er anz enci anci ion al ic',
}
