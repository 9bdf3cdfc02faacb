"""Python functions with control flow and points for them: the same text is run as real Python, with torch, and as ours.

Each row: a name, the text, and the points. The last function of the text is evaluated; nothing here is near a tie.
"""

from tests.engine.language.functions_table_more import MORE

X = (-2.3, -1.1, -0.4, 0.3, 0.9, 1.7, 2.6, 4.2)
POSITIVE = (0.2, 0.7, 1.3, 2.9, 5.5, 9.1, 40.3)

TABLE: dict[str, tuple[str, tuple[float, ...]]] = {
    "straight": (
        """\
def f(x):
    y = x * x
    y = y + sin(x)
    return y
""",
        X,
    ),
    "if": (
        """\
def f(x):
    if x > 0:
        return x**3
    return -x
""",
        X,
    ),
    "if else": (
        """\
def f(x):
    if x > 0:
        y = x**2
    else:
        y = sin(x)
    return y * x
""",
        X,
    ),
    "elif": (
        """\
def f(x):
    if x < -1:
        y = x
    elif x < 0:
        y = x**2
    elif x < 2:
        y = exp(x)
    else:
        y = 1 / x
    return y
""",
        X,
    ),
    "nested if": (
        """\
def f(x):
    if x > 0:
        if x > 1:
            y = sqrt(x - 1)
        else:
            y = log(x)
    else:
        y = x * 3
    return y + x
""",
        X,
    ),
    "early return in a loop": (
        """\
def f(x):
    y = x
    for i in range(20):
        if y > 3:
            return y * i
        y = y * 1.3 + 0.1 * x * x
    return y
""",
        X,
    ),
    "newton": (
        """\
def f(x):
    y = x
    for i in range(50):
        dy = (y * y - x) / (2 * y)
        y = y - dy
        if abs(dy) < 1e-13:
            break
    return y
""",
        POSITIVE,
    ),
    "newton while": (
        """\
def f(x):
    y = 1.0 + x / 2
    while abs(y * y * y - x) > 1e-12 * x:
        y -= (y**3 - x) / (3 * y**2)
    return y
""",
        POSITIVE,
    ),
    "bisection": (
        """\
def f(x):
    low, high = 0.0 * x, x + 1
    for _ in range(40):
        middle = (low + high) / 2
        if middle * middle > x:
            high = middle
        else:
            low = middle
    return (low + high) / 2 * x
""",
        POSITIVE,
    ),
    "collatz": (
        """\
def f(x):
    n = int(abs(x) * 10) + 1
    steps = 0
    while n != 1:
        if n % 2 == 0:
            n = n // 2
        else:
            n = 3 * n + 1
        steps += 1
    return steps * x
""",
        X,
    ),
    "horner": (
        """\
def f(x):
    s = 0.0
    for c in [3.0, -1.0, 0.5, 2.0]:
        s = s * x + c
    return s
""",
        X,
    ),
    "horner helper": (
        """\
def horner(c, x):
    s = 0.0
    for i in range(len(c)):
        s = s * x + c[i]
    return s

def f(x):
    c = [1.0, x, -2.0, sin(x)]
    return horner(c, x) + horner(c, x * x)
""",
        X,
    ),
    "escape time": (
        """\
def f(x):
    z = 0.0 * x
    n = 0
    while abs(z) < 4 and n < 30:
        z = z * z + x
        n += 1
    return n + z / 100
""",
        X,
    ),
    "nested loops": (
        """\
def f(x):
    s = 0.0
    for i in range(4):
        for j in range(i + 1):
            s += x**j / (i + 1)
    return s
""",
        X,
    ),
    "break inner": (
        """\
def f(x):
    s = 0.0
    for i in range(5):
        for j in range(5):
            if i * j > x:
                break
            s += sin(x * (i + j))
    return s
""",
        X,
    ),
    "continue": (
        """\
def f(x):
    s = 0.0
    for i in range(8):
        if i % 3 == 1:
            continue
        if x < i - 4:
            continue
        s += x ** i / (1 + i)
    return s
""",
        X,
    ),
    "loop else": (
        """\
def f(x):
    y = x
    for i in range(5):
        y = y * 1.5
        if y > 10:
            break
    else:
        y = y * 100
    return y * x
""",
        X,
    ),
    "while else": (
        """\
def f(x):
    n = 0
    y = x
    while n < 6:
        y = y + x * x
        n += 1
        if y > 20:
            break
    else:
        return -y
    return y * n
""",
        X,
    ),
    "list": (
        """\
def f(x):
    s = []
    for i in range(6):
        s.append(x**i)
    t = 0.0
    for i in range(len(s)):
        t += s[i] * s[-i - 1] + s[i]
    return t
""",
        X,
    ),
} | MORE
