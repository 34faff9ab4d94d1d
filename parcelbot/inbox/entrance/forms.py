"""Define the forms of accounts; each carries a CSRF token."""

from __future__ import annotations

from flask_wtf import FlaskForm
from wtforms import EmailField, Form, HiddenField, PasswordField, SelectField, StringField, ValidationError
from wtforms.validators import Email, EqualTo, InputRequired, Length

from parcelbot.core.handover.agents import MAX_PASSWORD_LENGTH, Role
from parcelbot.usecases.passwords import password_advice

_MAX_EMAIL_LENGTH = 320
_MAX_NAME_LENGTH = 60


class LogInForm(FlaskForm):  # type: ignore[misc] # Flask-WTF and WTForms ship without types
    """E-mail and password; not checked for shape, so that every wrong one is answered alike."""

    email = EmailField("E-mail", [InputRequired(), Length(max=_MAX_EMAIL_LENGTH)])
    password = PasswordField("Password", [InputRequired(), Length(max=MAX_PASSWORD_LENGTH)])
    next = HiddenField()


class NewPasswordForm(FlaskForm):  # type: ignore[misc]
    """A new password, twice. `email` is whose it will be."""

    new = PasswordField("New password", [InputRequired("Choose a password.")])
    again = PasswordField("The same again", [EqualTo("new", "The two are not the same.")])

    def __init__(self, email: str) -> None:
        super().__init__()
        self._email = email

    def validate_new(self, field: PasswordField) -> None:
        """Refuse a password that is too easy, and say why."""
        problem = password_advice(field.data or "", self._email)
        if problem:
            raise ValidationError(problem)


class OwnPasswordForm(NewPasswordForm):
    """Change your password; asks for the current one."""

    old = PasswordField("Your password now", [InputRequired("Type the password you use now.")])


class ColleagueForm(FlaskForm):  # type: ignore[misc]
    """A new account."""

    email = EmailField("E-mail", [Email("Type an e-mail address."), Length(max=_MAX_EMAIL_LENGTH)])
    name = StringField("Name", [InputRequired("Type the name shoppers will see."), Length(max=_MAX_NAME_LENGTH)])
    role = SelectField("Role", choices=[(Role.AGENT.value, "Agent"), (Role.ADMIN.value, "Admin")])


def first_error(form: Form) -> str:
    """Say in one sentence what is wrong with a form; "" when nothing is."""
    return next((str(error) for errors in form.errors.values() for error in errors), "")
